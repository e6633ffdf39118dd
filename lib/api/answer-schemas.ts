import { z } from 'zod'
import { ARTICLE_KINDS, DIRECTIONS } from '@/db/schema/articles'
import { articleBodySchema, blockSchema } from '../articles/article-body'
import { RENDITION_FORMATS } from '../media/rendition-address'

/**
 * What the read API answers. Answers are made by these schemas and described by them (lib/api/openapi.ts), so that the
 * two cannot differ; what a schema does not name is never sent.
 */

/** Every schema that the description names, by that name. */
export const components = z.registry<{ id: string }>()

const address = z.url().meta({ description: 'An absolute address.' })
const moment = z.iso.datetime().meta({ description: 'A moment in UTC.' })

const sectionLinkSchema = z
  .object({ slug: z.string(), name: z.string(), kind: z.enum(['news', 'opinion']), address })
  .register(components, { id: 'SectionLink' })

const authorLinkSchema = z
  .object({ handle: z.string(), name: z.string(), address })
  .register(components, { id: 'AuthorLink' })

const tagLinkSchema = z
  .object({ slug: z.string(), name: z.string().meta({ description: 'As the article spells it.' }), address })
  .register(components, { id: 'TagLink' })

const renditionSchema = z
  .object({
    address,
    width: z.int().positive(),
    height: z.int().positive(),
    format: z.enum(RENDITION_FORMATS),
  })
  .register(components, { id: 'Rendition' })

export const imageSchema = z
  .object({
    id: z.int().positive().meta({ description: 'What the nodes of a body call it in `media`.' }),
    alt: z.string(),
    caption: z.string(),
    credit: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
    focalPoint: z
      .object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
      .meta({ description: 'What must stay in view, as fractions of width and height.' }),
    renditions: z.array(renditionSchema),
  })
  .register(components, { id: 'Image' })

const correctionSchema = z
  .object({
    kind: z.enum(['correction', 'clarification', 'note', 'withdrawal']),
    text: z.string(),
    publishedAt: moment,
  })
  .register(components, { id: 'Correction' })

export const summarySchema = z
  .object({
    id: z.int().positive().meta({ description: 'Stays when the slug changes.' }),
    slug: z.string(),
    address: address.meta({ description: 'Where readers find it.' }),
    api: address.meta({ description: 'Where this API has it whole.' }),
    section: sectionLinkSchema,
    kind: z.enum(ARTICLE_KINDS),
    kicker: z.string(),
    headline: z.string(),
    standfirst: z.string(),
    bylines: z.array(authorLinkSchema),
    language: z.string().meta({ description: 'BCP 47.' }),
    direction: z.enum(DIRECTIONS),
    publishedAt: moment,
    updatedAt: moment.nullable().meta({ description: 'The last update of substance.' }),
    image: imageSchema.nullable(),
  })
  .register(components, { id: 'ArticleSummary' })

blockSchema.register(components, { id: 'Block' })
articleBodySchema.register(components, { id: 'Body' })

export const articleSchema = z
  .object({
    ...summarySchema.shape,
    dateline: z.string(),
    contributors: z.string(),
    keyPoints: z.array(z.string()),
    tags: z.array(tagLinkSchema),
    words: z.int().min(0),
    body: articleBodySchema,
    text: z.string().meta({ description: 'The body in plain text, blocks parted by a blank line.' }),
    images: z.array(imageSchema).meta({ description: 'Every picture that the body names.' }),
    corrections: z.array(correctionSchema),
  })
  .register(components, { id: 'Article' })

const nextSchema = z.object({ cursor: z.string(), address }).nullable().register(components, { id: 'Next' })

export const articlesSchema = z
  .object({ articles: z.array(summarySchema), next: nextSchema })
  .register(components, { id: 'Articles' })

const piecesSchema = z
  .array(z.object({ text: z.string(), match: z.boolean().meta({ description: 'It is what was looked for.' }) }))
  .register(components, { id: 'Pieces' })

export const foundSchema = z
  .object({
    query: z.string().meta({ description: 'What was looked for, as it was understood.' }),
    total: z.int().min(0).meta({ description: 'How many articles were found, those of other pages among them.' }),
    more: z.boolean().meta({ description: 'There are more than `total`, which nobody counted and no page has.' }),
    correction: z
      .object({
        words: z.string().meta({ description: 'What was looked for as well.' }),
        instead: z.boolean().meta({ description: 'What was typed is nowhere, and only these words were looked for.' }),
        exactly: z.string().meta({ description: 'The `q` that looks for what was typed and nothing else.' }),
      })
      .nullable()
      .meta({ description: 'Set where what was typed is found seldom and is nearly something that is found more.' }),
    articles: z.array(
      z.object({
        ...summarySchema.shape,
        marked: z
          .object({ headline: piecesSchema, excerpt: piecesSchema })
          .meta({ description: 'The headline, and words around what was looked for, in pieces.' }),
      }),
    ),
    next: nextSchema,
  })
  .register(components, { id: 'Found' })

const count = z.int().min(0).meta({ description: 'How many public articles.' })

export const sectionsSchema = z
  .object({
    sections: z.array(z.object({ ...sectionLinkSchema.shape, description: z.string(), articles: count })),
  })
  .register(components, { id: 'Sections' })

export const tagsSchema = z
  .object({
    tags: z.array(z.object({ slug: z.string(), name: z.string(), description: z.string(), address, articles: count })),
    next: nextSchema,
  })
  .register(components, { id: 'Tags' })

export const authorsSchema = z
  .object({
    authors: z.array(
      z.object({
        ...authorLinkSchema.shape,
        title: z.string(),
        bio: z.string(),
        portrait: imageSchema.nullable(),
        articles: count,
      }),
    ),
    next: nextSchema,
  })
  .register(components, { id: 'Authors' })

export const problemSchema = z
  .object({
    type: z.string().meta({ format: 'uri-reference' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    parameter: z.string().optional().meta({ description: 'The parameter that cannot be used.' }),
    value: z.string().optional().meta({ description: 'What it was.' }),
    expected: z.string().optional().meta({ description: 'What it may be.' }),
    withdrawnAt: moment.optional().meta({ description: 'When an article was withdrawn.' }),
  })
  .register(components, { id: 'Problem' })
