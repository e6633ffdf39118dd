import { z } from 'zod'
import { ARTICLE_KINDS, COMMENT_MODES, DIRECTIONS } from '@/db/schema/articles'
import { asOneLine } from '../plain-text'
import { articleBodySchema, EMPTY_BODY } from './article-body'

/** In characters. */
export const LONGEST_HEADLINE = 300

/** What cannot be shown is taken out, whichever door it came by; nothing is refused for it. */
const line = (longest: number) => z.string().overwrite(asOneLine).trim().max(longest)

/** A language in the spelling that browsers and search engines know it by (BCP 47 §4.5). */
function canonicalLanguage(name: string, context: z.RefinementCtx): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(name)
    if (canonical) return canonical
  } catch {
    // Told below, together with what is no name at all.
  }
  context.addIssue({
    code: 'custom',
    message: `“${name}” names no language: BCP 47 writes them as en, pt-BR or zh-Hant.`,
    input: name,
  })
  return z.NEVER
}

/** What an article is written with: the same for the form, the importer and the API. */
export const articleInputSchema = z.object({
  section: line(80).min(1),
  /** Made from the headline when it is absent. */
  slug: line(100).nullable().default(null),
  kind: z.enum(ARTICLE_KINDS).default('news'),
  headline: line(LONGEST_HEADLINE).min(1),
  standfirst: line(2000).default(''),
  kicker: line(60).default(''),
  dateline: line(80).default(''),
  contributors: line(500).default(''),
  keyPoints: z.array(line(400).min(1)).max(12).default([]),
  body: articleBodySchema.default(EMPTY_BODY),
  language: line(35).transform(canonicalLanguage),
  direction: z.enum(DIRECTIONS).default('ltr'),
  leadImage: z
    .object({ media: z.number().int().positive(), alt: line(2000), caption: line(2000), credit: line(500) })
    .nullable()
    .default(null),
  /** Names in order; an author who is not known yet is made, without an account. */
  bylines: z.array(line(120).min(1)).max(20).default([]),
  /** Tags in order, as this article spells them. */
  tags: z.array(line(80).min(1)).max(40).default([]),
  /** Slugs of hand-picked articles, in order. */
  related: z.array(line(100).min(1)).max(12).default([]),
  /** What search engines and cards on other sites show in the place of headline and standfirst; empty: these. */
  seoTitle: line(300).default(''),
  seoDescription: line(500).default(''),
  socialHeadline: line(300).default(''),
  comments: z.enum(COMMENT_MODES).default('open'),
})

/** What the desk may keep: all that an article is written with, finished or not. Publishing asks for what is missing. */
export const articleContentSchema = articleInputSchema.extend({
  headline: z
    .string()
    .overwrite(asOneLine)
    .trim()
    .max(LONGEST_HEADLINE, { error: `A headline has at most ${LONGEST_HEADLINE} characters.` }),
})

export type ArticleInput = z.infer<typeof articleInputSchema>
/** What a caller may leave out is filled in by the schema. */
export type ArticleDraft = z.input<typeof articleInputSchema>
