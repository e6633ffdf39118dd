import MarkdownIt, { type Token } from 'markdown-it'
import { type Block, type Inline, isLinkAddress, type Mark, plainText } from '../articles/article-body'
import { readPart } from '../paths'
import { cleanText } from './clean-text'
import { readFrontMatter } from './front-matter'
import { emptyArticle, FileRefused, type ParsedArticle, type PictureReference, type Problem } from './parsed-article'

/**
 * Markdown with front matter (CommonMark 0.31 with GFM's tables and strikethrough). Raw HTML is text like any other.
 */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false }).disable(['smartquotes'])

const MARKS: Record<string, Mark> = {
  strong_open: { type: 'bold' },
  em_open: { type: 'italic' },
  s_open: { type: 'strike' },
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/

/** @throws {FileRefused} when there is no article in it */
export function parseArticleMarkdown(text: string): ParsedArticle {
  const problems: Problem[] = []
  const clean = cleanText(text, problems)
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(clean) ?? []
  const article = whole ? readFrontMatter(yaml, 2, problems) : { ...emptyArticle(''), problems }
  const reader = new TokenReader(markdown.parse(clean.slice(whole.length), {}), whole.split('\n').length - 1, problems)
  article.body.content = reader.blocks()
  article.pictures = reader.pictures
  takeHeadline(article)
  if (!article.headline)
    throw new FileRefused(1, 'The file has no headline: neither in its front matter nor as its first heading.')
  return article
}

/** A first heading that is the headline is not said twice; without another headline it is the headline. */
function takeHeadline(article: ParsedArticle): void {
  const [first] = article.body.content
  if (first?.type !== 'heading') return
  const text = plainText(first)
  if (article.headline && text !== article.headline) return
  article.headline ||= text
  article.body.content.shift()
}

/** Turns markdown-it's flat run of tokens into blocks, one opening token and its closing one at a time. */
class TokenReader {
  readonly pictures: PictureReference[] = []
  private at = 0

  constructor(
    private readonly tokens: Token[],
    private readonly lineOffset: number,
    private readonly problems: Problem[],
  ) {}

  blocks(until?: string): Block[] {
    const blocks: Block[] = []
    for (let token = this.tokens[this.at]; token && token.type !== until; token = this.tokens[this.at]) {
      this.at += 1
      const block = this.block(token)
      if (block) blocks.push(...(Array.isArray(block) ? block : [block]))
    }
    this.at += 1
    return blocks
  }

  private block(token: Token): Block | Block[] | null {
    switch (token.type) {
      case 'heading_open':
        return this.heading(token)
      case 'paragraph_open':
        return this.paragraph(token)
      case 'bullet_list_open':
        return { type: 'bulletList', content: this.items('bullet_list_close') }
      case 'ordered_list_open':
        return {
          type: 'orderedList',
          attrs: { start: Number(attribute(token, 'start') || 1) },
          content: this.items('ordered_list_close'),
        }
      case 'blockquote_open':
        return this.quote()
      case 'fence':
      case 'code_block':
        return {
          type: 'codeBlock',
          content: token.content.trimEnd() ? [{ type: 'text', text: token.content.trimEnd() }] : [],
        }
      case 'hr':
        return { type: 'horizontalRule' }
      case 'table_open':
        return this.table()
      default:
        return null
    }
  }

  private heading(token: Token): Block {
    const level = token.tag === 'h1' || token.tag === 'h2' ? 2 : 3
    const content = this.inline('heading_close')
    return { type: 'heading', attrs: { level }, content }
  }

  private paragraph(token: Token): Block | Block[] {
    const inline = this.tokens[this.at]
    const children =
      inline?.children?.filter((child) => child.type !== 'softbreak' && child.content.trim() + child.type !== 'text') ??
      []
    const isPictures = children.length > 0 && children.every((child) => child.type === 'image')
    if (!isPictures) return { type: 'paragraph', content: this.inline('paragraph_close') }
    this.skipTo('paragraph_close')
    return children.map((child) => this.image(child, token))
  }

  private image(child: Token, token: Token): Block {
    const [caption = '', credit = ''] = attribute(child, 'title')
      .split('|')
      .map((part) => part.trim())
    const reference = { file: readPart(attribute(child, 'src')), alt: child.content, caption, credit }
    if (!reference.alt) this.note(token, `The picture “${reference.file}” has no alternative text.`)
    this.pictures.push(reference)
    return { type: 'image', attrs: { media: this.pictures.length, alt: reference.alt, caption, credit } }
  }

  private items(close: string): { type: 'listItem'; content: Block[] }[] {
    const items: { type: 'listItem'; content: Block[] }[] = []
    for (let token = this.tokens[this.at]; token && token.type !== close; token = this.tokens[this.at]) {
      this.at += 1
      const content = this.blocks('list_item_close')
      items.push({ type: 'listItem', content: content.length > 0 ? content : [{ type: 'paragraph', content: [] }] })
    }
    this.at += 1
    return items
  }

  /** A quotation that names who said it, on a last line that begins with a dash, is a pull quote. */
  private quote(): Block {
    const content = this.blocks('blockquote_close')
    const last = content.at(-1)
    const said = last?.type === 'paragraph' ? plainText(last) : ''
    const [, quoted = '', name] = /^([\s\S]*?)(?:^|\s)—\s*([^—\n]{2,120})$/.exec(said) ?? []
    const isOneThought = content.length === 1 || (content.length === 2 && quoted.trim() === '')
    if (!name || !isOneThought)
      return { type: 'blockquote', content: content.length > 0 ? content : [{ type: 'paragraph', content: [] }] }
    const text = quoted.trim() || plainText(content[0] as Block)
    return { type: 'pullQuote', attrs: { attribution: name.trim() }, content: [{ type: 'text', text }] }
  }

  private table(): Block {
    const rows: Extract<Block, { type: 'table' }>['content'] = []
    for (let token = this.tokens[this.at]; token && token.type !== 'table_close'; token = this.tokens[this.at]) {
      this.at += 1
      if (token.type === 'tr_open') rows.push({ type: 'tableRow', content: [] })
      if (token.type !== 'th_open' && token.type !== 'td_open') continue
      const align = /text-align:(left|center|right)/.exec(attribute(token, 'style'))?.[1] as
        | 'left'
        | 'center'
        | 'right'
        | undefined
      const content = [{ type: 'paragraph' as const, content: this.inline(token.type.replace('open', 'close')) }]
      const type = token.type === 'th_open' ? ('tableHeader' as const) : ('tableCell' as const)
      rows.at(-1)?.content.push({ type, attrs: { colspan: 1, rowspan: 1, align: align ?? null }, content })
    }
    this.at += 1
    return { type: 'table', content: rows }
  }

  private inline(close: string): Inline[] {
    const nodes: Inline[] = []
    const marks: (Mark | null)[] = []
    for (let token = this.tokens[this.at]; token && token.type !== close; token = this.tokens[this.at]) {
      this.at += 1
      for (const child of token.children ?? []) this.inlineToken(child, token, marks, nodes)
    }
    this.at += 1
    return nodes
  }

  private inlineToken(child: Token, parent: Token, open: (Mark | null)[], nodes: Inline[]): void {
    const mark = child.type === 'link_open' ? this.link(child, parent) : MARKS[child.type]
    if (mark !== undefined) open.push(mark)
    else if (child.nesting === -1) open.pop()
    else if (child.type === 'hardbreak') nodes.push({ type: 'hardBreak' })
    else this.addText(child, parent, open, nodes)
  }

  private addText(child: Token, parent: Token, open: (Mark | null)[], nodes: Inline[]): void {
    if (child.type === 'image') {
      this.note(parent, `The picture “${attribute(child, 'src')}” stands inside a sentence; its words were kept.`)
    }
    const text = child.type === 'softbreak' ? ' ' : child.content
    if (!text) return
    const marks = open.flatMap((mark) => mark ?? [])
    if (child.type === 'code_inline') marks.push({ type: 'code' })
    nodes.push({ type: 'text', text, ...(marks.length > 0 && { marks }) })
  }

  /** A link that may not be followed keeps its words and loses its mark. */
  private link(child: Token, parent: Token): Mark | null {
    const href = attribute(child, 'href')
    if (isLinkAddress(href) && href.length <= 2000) return { type: 'link', attrs: { href } }
    this.note(parent, `The link to “${href.slice(0, 100)}” was taken out; its words were kept.`)
    return null
  }

  private skipTo(close: string): void {
    while (this.tokens[this.at] && this.tokens[this.at]?.type !== close) this.at += 1
    this.at += 1
  }

  private note(token: Token, reason: string): void {
    const line = token.map ? token.map[0] + this.lineOffset + 1 : null
    this.problems.push({ line, reason })
  }
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '')
}
