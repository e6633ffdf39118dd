import MarkdownIt, { type Token } from 'markdown-it'

/**
 * The text of a comment as a small tree. It is a part of Markdown: paragraphs, emphasis, links, quotes and lists; whatever
 * else looks like Markdown or HTML stays the text that it is.
 */
export type CommentNode =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'emphasis' | 'strong' | 'paragraph' | 'quote' | 'list' | 'item'; children: CommentNode[] }
  | { type: 'numbered'; start: number; children: CommentNode[] }
  | { type: 'link'; address: string; children: CommentNode[] }

const RULES = [
  'paragraph',
  'blockquote',
  'list',
  'emphasis',
  'link',
  'autolink',
  'linkify',
  'newline',
  'escape',
  'entity',
  'text',
]

/** How deep quotes and lists may stand in each other. */
const DEEPEST = 12

const markdown = makeReader()

function makeReader() {
  const reader = new MarkdownIt('zero', { html: false, linkify: true, breaks: true, maxNesting: DEEPEST * 2 })
  reader.enable(RULES, true)
  reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  reader.validateLink = isPlainLink
  return reader
}

/** Only where a browser goes to read something: nothing that runs, sends or calls. */
function isPlainLink(address: string): boolean {
  return /^https?:\/\/[^/]/i.test(address.trim())
}

/** Reads a comment’s text. @param body as it is stored */
export function readCommentText(body: string): CommentNode[] {
  if (!/[*_[<>\\&]|https?:|^\s*(?:[-+]|\d+[.)])\s/m.test(body)) return plainParagraphs(body)
  if (deepestQuote(body) > DEEPEST) return plainParagraphs(body)
  return new Tree(markdown.parse(body, {})).nodes()
}

/** What the reader would leave out as too deep is text. */
function deepestQuote(body: string): number {
  let deepest = 0
  for (const line of body.split('\n')) {
    const marks = /^(?:\s*(?:>|[-+*]\s|\d+[.)]\s))+/.exec(line)?.[0] ?? ''
    deepest = Math.max(deepest, marks.length / 2, marks.split('>').length - 1)
  }
  return deepest
}

function plainParagraphs(body: string): CommentNode[] {
  return body
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'paragraph', children: brokenLines(text) }))
}

function brokenLines(text: string): CommentNode[] {
  return text.split('\n').flatMap((line, index): CommentNode[] => {
    const node = { type: 'text' as const, text: line }
    return index === 0 ? [node] : [{ type: 'break' }, node]
  })
}

class Tree {
  private position = 0

  constructor(private readonly tokens: Token[]) {}

  nodes(): CommentNode[] {
    const nodes: CommentNode[] = []
    while (this.position < this.tokens.length) {
      const token = this.tokens[this.position] as Token
      this.position += 1
      if (token.nesting === -1) return nodes
      nodes.push(...this.nodesOf(token))
    }
    return nodes
  }

  private nodesOf(token: Token): CommentNode[] {
    switch (token.type) {
      case 'inline':
        return new Tree(token.children ?? []).nodes()
      case 'paragraph_open':
        return [{ type: 'paragraph', children: this.nodes() }]
      case 'blockquote_open':
        return [{ type: 'quote', children: this.nodes() }]
      case 'bullet_list_open':
        return [{ type: 'list', children: this.nodes() }]
      case 'ordered_list_open':
        return [{ type: 'numbered', start: Number(token.attrGet('start') ?? 1), children: this.nodes() }]
      case 'list_item_open':
        return [{ type: 'item', children: this.nodes() }]
      case 'em_open':
        return [{ type: 'emphasis', children: this.nodes() }]
      case 'strong_open':
        return [{ type: 'strong', children: this.nodes() }]
      case 'link_open':
        return [{ type: 'link', address: String(token.attrGet('href') ?? ''), children: this.nodes() }]
      case 'hardbreak':
      case 'softbreak':
        return [{ type: 'break' }]
      default:
        return token.content === '' ? [] : [{ type: 'text', text: token.content }]
    }
  }
}

/** A comment’s text without its marks, for lists, feeds and mails. */
export function plainCommentText(body: string): string {
  return readCommentText(body).map(textOf).join('\n\n')
}

function textOf(node: CommentNode): string {
  if (node.type === 'text') return node.text
  if (node.type === 'break') return '\n'
  return node.children.map(textOf).join(node.type === 'list' || node.type === 'numbered' ? '\n' : '')
}

/** A text as a quotation to answer: every line marked. */
export function quoted(body: string): string {
  const lines = body.split('\n').filter((line) => !line.startsWith('>'))
  return `${lines
    .join('\n')
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')}\n\n`
}
