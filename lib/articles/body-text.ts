import type { ArticleBody, Block, Inline, Picture } from './article-body'

/**
 * The words of a node and everything in it, blocks parted by a blank line: for word counts, search, likeness and
 * plain-text copies.
 *
 * @param node a body, a block or an inline node
 */
export function plainText(node: ArticleBody | Block | Inline): string {
  const text = (child: unknown): string => {
    const { type, text: own, content, attrs } = child as AnyNode & { text?: string }
    if (type === 'text') return own ?? ''
    if (type === 'hardBreak') return '\n'
    const parted = content?.some((item) => (item as { type: string }).type !== 'text') && !INLINE_PARENTS.has(type)
    return [...titleOf(type, attrs), ...(content ?? []).map(text)].filter(Boolean).join(parted ? '\n\n' : '')
  }
  return text(node)
}

/** Words that readers see of a node beside those in it. */
function titleOf(type: string, attrs: AnyNode['attrs']): string[] {
  if (type === 'factBox' || type === 'timeline') return [String(attrs?.title ?? '')]
  return type === 'timelineEntry' ? [String(attrs?.when ?? '')] : []
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

type AnyNode = { type: string; attrs?: Record<string, unknown>; content?: unknown[] }

function visit(node: unknown, see: (node: AnyNode) => void): void {
  see(node as AnyNode)
  for (const child of (node as AnyNode).content ?? []) visit(child, see)
}
