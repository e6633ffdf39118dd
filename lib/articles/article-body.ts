import { z } from 'zod'
import { isLinkAddress } from '../link-address'
import { asLines, asOneLine } from '../plain-text'

/**
 * The body of an article: a ProseMirror document as JSON (https://prosemirror.net/docs/ref/#model), with the node names
 * that Tiptap 3 uses, so that the editor, the importers and the page speak of the same thing.
 *
 * Text is data. Nothing in a body is ever HTML, and the page draws each node as an element of its own. What no page shows
 * is taken out of it, whichever door it came by: refusing would keep a save from whoever pasted it.
 */

const line = (longest: number) => z.string().overwrite(asOneLine).max(longest)

const linkAddress = z
  .string()
  .max(2000)
  .refine(isLinkAddress, { error: 'A link begins with https://, http://, mailto:, tel:, / or #.' })

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('strike') }),
  z.object({ type: z.literal('code') }),
  z.object({ type: z.literal('superscript') }),
  z.object({ type: z.literal('subscript') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: linkAddress }) }),
])

const textSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1).overwrite(asLines),
  marks: z.array(markSchema).optional(),
})

const inlineSchema = z.discriminatedUnion('type', [textSchema, z.object({ type: z.literal('hardBreak') })])

/** Of a text that held nothing that is shown, nothing is left: a document has no empty ones. */
const withoutEmpty = <Node extends { type: string; text?: string }>(nodes: Node[]): Node[] =>
  nodes.some(isEmpty) ? nodes.filter((node) => !isEmpty(node)) : nodes

const isEmpty = ({ type, text }: { type: string; text?: string }) => type === 'text' && text === ''

const inlineContent = z.array(inlineSchema).overwrite(withoutEmpty).optional()

/**
 * What a block of the document itself is known by from one save to the next, so that two people's changes are matched
 * block by block. Given by whoever made the block, or by the server (lib/articles/merge/block-ids.ts); blocks within
 * blocks have none.
 */
const blockId = z
  .string()
  .regex(/^[\w-]{1,40}$/)
  .optional()

const onlyId = z.object({ id: blockId }).optional()

const paragraphSchema = z.object({ type: z.literal('paragraph'), attrs: onlyId, content: inlineContent })

const headingSchema = z.object({
  type: z.literal('heading'),
  attrs: z.object({ id: blockId, level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlineContent,
})

const pictureAttributes = z.object({
  /** The id of a row in `media`. */
  media: z.number().int().positive(),
  alt: line(2000),
  caption: line(2000).default(''),
  credit: line(500).default(''),
})

const imageSchema = z.object({ type: z.literal('image'), attrs: pictureAttributes.extend({ id: blockId }) })

const gallerySchema = z.object({
  type: z.literal('gallery'),
  attrs: z.object({
    id: blockId,
    title: line(200).default(''),
    pictures: z.array(pictureAttributes).min(1).max(100),
  }),
})

const pullQuoteSchema = z.object({
  type: z.literal('pullQuote'),
  attrs: z.object({ id: blockId, attribution: line(200).default('') }),
  content: inlineContent,
})

const embedSchema = z.object({
  type: z.literal('embed'),
  attrs: z.object({
    id: blockId,
    provider: z.string().min(1).overwrite(asOneLine).max(60),
    address: z.url({ protocol: /^https$/ }),
    title: line(300),
    /** Shown until the page itself is asked for. */
    thumbnail: pictureAttributes.optional(),
  }),
})

const codeBlockSchema = z.object({
  type: z.literal('codeBlock'),
  attrs: onlyId,
  content: z.array(textSchema).overwrite(withoutEmpty).optional(),
})

const horizontalRuleSchema = z.object({ type: z.literal('horizontalRule'), attrs: onlyId })

const listItemSchema = z.object({
  type: z.literal('listItem'),
  get content() {
    return z.array(blockSchema).min(1)
  },
})

const bulletListSchema = z.object({
  type: z.literal('bulletList'),
  attrs: onlyId,
  content: z.array(listItemSchema).min(1),
})

const orderedListSchema = z.object({
  type: z.literal('orderedList'),
  attrs: z.object({ id: blockId, start: z.number().int().min(0).default(1) }).optional(),
  content: z.array(listItemSchema).min(1),
})

const blockquoteSchema = z.object({
  type: z.literal('blockquote'),
  attrs: onlyId,
  get content() {
    return z.array(blockSchema).min(1)
  },
})

const cellAttributes = z
  .object({
    colspan: z.number().int().min(1).max(50).default(1),
    rowspan: z.number().int().min(1).max(200).default(1),
    align: z.enum(['left', 'center', 'right']).nullable().default(null),
  })
  .optional()

const tableSchema = z.object({
  type: z.literal('table'),
  attrs: z.object({ id: blockId, caption: line(300).default('') }).optional(),
  content: z
    .array(
      z.object({
        type: z.literal('tableRow'),
        content: z.array(
          z.object({
            type: z.enum(['tableHeader', 'tableCell']),
            attrs: cellAttributes,
            content: z.array(paragraphSchema),
          }),
        ),
      }),
    )
    .min(1),
})

/** Facts set apart from the text: what stands in them is said by their title. */
const factBoxSchema = z.object({
  type: z.literal('factBox'),
  attrs: z.object({ id: blockId, title: line(200).default('') }),
  get content() {
    return z.array(blockSchema).min(1)
  },
})

const timelineEntrySchema = z.object({
  type: z.literal('timelineEntry'),
  /** When it was, as it is to be read: “22:40”, “3 March 2025”, “The next morning”. */
  attrs: z.object({ when: line(100).default('') }),
  content: z.array(paragraphSchema).min(1),
})

const timelineSchema = z.object({
  type: z.literal('timeline'),
  attrs: z.object({ id: blockId, title: line(200).default('') }),
  content: z.array(timelineEntrySchema).min(1).max(200),
})

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  bulletListSchema,
  orderedListSchema,
  blockquoteSchema,
  pullQuoteSchema,
  imageSchema,
  gallerySchema,
  tableSchema,
  embedSchema,
  factBoxSchema,
  timelineSchema,
  codeBlockSchema,
  horizontalRuleSchema,
])

export const articleBodySchema = z.object({ type: z.literal('doc'), content: z.array(blockSchema) })

export type ArticleBody = z.infer<typeof articleBodySchema>
export type Block = z.infer<typeof blockSchema>
export type Inline = z.infer<typeof inlineSchema>
export type Mark = z.infer<typeof markSchema>
export type Picture = z.infer<typeof pictureAttributes>

export const EMPTY_BODY: ArticleBody = { type: 'doc', content: [] }
