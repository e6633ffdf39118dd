import { z } from 'zod'

/**
 * The body of an article: a ProseMirror document as JSON (https://prosemirror.net/docs/ref/#model), with the node names
 * that Tiptap 3 uses, so that the editor, the importers and the page speak of the same thing.
 *
 * Text is data. Nothing in a body is ever HTML, and the page draws each node as an element of its own.
 */

/** Only addresses a reader may be sent to: no `javascript:`, no `data:`. Paths of our own begin with one slash. */
const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i

export function isLinkAddress(address: string): boolean {
  return LINK_ADDRESS.test(address) && !/[\s\\]/.test(address)
}

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
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
})

const inlineSchema = z.discriminatedUnion('type', [textSchema, z.object({ type: z.literal('hardBreak') })])

const inlineContent = z.array(inlineSchema).optional()

const paragraphSchema = z.object({ type: z.literal('paragraph'), content: inlineContent })

const headingSchema = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlineContent,
})

const pictureAttributes = z.object({
  /** The id of a row in `media`. */
  media: z.number().int().positive(),
  alt: z.string().max(2000),
  caption: z.string().max(2000).default(''),
  credit: z.string().max(500).default(''),
})

const imageSchema = z.object({ type: z.literal('image'), attrs: pictureAttributes })

const gallerySchema = z.object({
  type: z.literal('gallery'),
  attrs: z.object({ title: z.string().max(200).default(''), pictures: z.array(pictureAttributes).min(1).max(100) }),
})

const pullQuoteSchema = z.object({
  type: z.literal('pullQuote'),
  attrs: z.object({ attribution: z.string().max(200).default('') }),
  content: inlineContent,
})

const embedSchema = z.object({
  type: z.literal('embed'),
  attrs: z.object({
    provider: z.string().min(1).max(60),
    address: z.url({ protocol: /^https$/ }),
    title: z.string().max(300),
    /** Shown until the page itself is asked for. */
    thumbnail: pictureAttributes.optional(),
  }),
})

const codeBlockSchema = z.object({ type: z.literal('codeBlock'), content: z.array(textSchema).optional() })

const horizontalRuleSchema = z.object({ type: z.literal('horizontalRule') })

const listItemSchema = z.object({
  type: z.literal('listItem'),
  get content() {
    return z.array(blockSchema).min(1)
  },
})

const bulletListSchema = z.object({ type: z.literal('bulletList'), content: z.array(listItemSchema).min(1) })

const orderedListSchema = z.object({
  type: z.literal('orderedList'),
  attrs: z.object({ start: z.number().int().min(0).default(1) }).optional(),
  content: z.array(listItemSchema).min(1),
})

const blockquoteSchema = z.object({
  type: z.literal('blockquote'),
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
  attrs: z.object({ caption: z.string().max(300).default('') }).optional(),
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

/**
 * The words of a node and everything in it, blocks parted by a blank line: for word counts, search, likeness and
 * plain-text copies.
 *
 * @param node a body, a block or an inline node
 */
export function plainText(node: ArticleBody | Block | Inline): string {
  const text = (child: unknown): string => {
    const { type, text: own, content } = child as { type: string; text?: string; content?: unknown[] }
    if (type === 'text') return own ?? ''
    if (type === 'hardBreak') return '\n'
    const parted = content?.some((item) => (item as { type: string }).type !== 'text') && !INLINE_PARENTS.has(type)
    return (content ?? [])
      .map(text)
      .filter(Boolean)
      .join(parted ? '\n\n' : '')
  }
  return text(node)
}

const INLINE_PARENTS = new Set(['paragraph', 'heading', 'pullQuote', 'codeBlock'])

/** The ids of every row of `media` that a body shows, each once. */
export function mediaIn(body: ArticleBody): number[] {
  const ids = new Set<number>()
  visit(body, ({ type, attrs }) => {
    if (type === 'image') ids.add(attrs?.media as number)
    if (type === 'gallery') for (const { media } of (attrs?.pictures ?? []) as Picture[]) ids.add(media)
    if (type === 'embed' && attrs?.thumbnail) ids.add((attrs.thumbnail as Picture).media)
  })
  return [...ids]
}

/** What kinds of nodes a body holds. */
export function typesIn(body: ArticleBody): ReadonlySet<string> {
  const types = new Set<string>()
  visit(body, ({ type }) => types.add(type))
  return types
}

type AnyNode = { type: string; attrs?: Record<string, unknown>; content?: unknown[] }

function visit(node: unknown, see: (node: AnyNode) => void): void {
  see(node as AnyNode)
  for (const child of (node as AnyNode).content ?? []) visit(child, see)
}
