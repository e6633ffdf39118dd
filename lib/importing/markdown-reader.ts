import MarkdownIt, { type Token } from 'markdown-it'
import type { Block, Inline, Mark } from '../articles/article-body'
import { plainText } from '../articles/body-text'
import { isLinkAddress } from '../link-address'
import { readPart } from '../paths'
import { lineJoint } from './article-text'
import { kindOfFence, readBox, readFence } from './markdown-fence'
import { attributionOf, beginning, InlineLine, withoutHidden, wordsOf } from './markdown-inline'
import type { PictureReference, Problem } from './parsed-article'

/** CommonMark 0.31 with GFM's tables and strikethrough. Raw HTML is text like any other. */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false }).disable(['smartquotes'])

const MARKS: Record<string, Mark> = {
  strong_open: { type: 'bold' },
  em_open: { type: 'italic' },
  s_open: { type: 'strike' },
}

const ALIGNMENTS = ['left', 'center', 'right'] as const

const LONGEST_ADDRESS = 500
/** A box may stand in a box; deeper ones are somebody’s joke. */
const DEEPEST_BOX = 2
/** As long as the body's schema lets the words of a picture be, in characters. */
const LONGEST_WORDS = { alt: 2000, caption: 2000, credit: 500 }

/** What reads the blocks of a Markdown text; `lineOffset` is how many lines of its file stand before it. */
export function readerOf(text: string, lineOffset: number, problems: Problem[]): TokenReader {
  return new TokenReader(markdown.parse(text, {}), lineOffset, problems)
}

type PictureWords = Omit<PictureReference, 'file'>

/** Turns markdown-it's flat run of tokens into blocks, one opening token and its closing one at a time. */
export class TokenReader {
  pictures: PictureReference[] = []
  /** The headings of the first level, which an article itself has none of. */
  readonly titles = new Set<Block>()
  private at = 0
  /** Pictures from inside a list or a quotation, which wait for its end. */
  private waiting: Block[] = []
  private lastLine = 0

  constructor(
    private readonly tokens: Token[],
    private readonly lineOffset: number,
    private readonly problems: Problem[],
    private readonly depth = 0,
  ) {}

  blocks(until?: string): Block[] {
    const blocks: Block[] = []
    for (let token = this.tokens[this.at]; token && token.type !== until; token = this.tokens[this.at]) {
      this.at += 1
      const block = this.block(token)
      for (const one of block ? [block].flat() : []) blocks.push(one)
      if (!until) for (const picture of this.waiting.splice(0)) blocks.push(picture)
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
      case 'ordered_list_open':
        return this.list(token)
      case 'blockquote_open':
        return this.quote()
      case 'fence':
        return this.fence(token)
      case 'code_block':
        return this.code(withoutHidden(token.content).trimEnd())
      case 'hr':
        return { type: 'horizontalRule' }
      case 'table_open':
        return this.table()
      default:
        return null
    }
  }

  /** A fence may hold what Markdown has no words for: a gallery, or a page of someone else's. */
  private fence(token: Token): Block | Block[] {
    const info = markdown.utils.unescapeAll(token.info)
    const kind = kindOfFence(info)
    if (!kind) return this.code(withoutHidden(token.content).trimEnd())
    if (kind === 'facts' || kind === 'timeline') return this.beside(token, kind, this.box(kind, info, token))
    const children = markdown.parse(token.content, {}).flatMap((inner) => inner.children ?? [])
    const images = children.filter(({ type }) => type === 'image').flatMap((child) => this.image(child, token))
    const pictures = images.flatMap((block) => (block.type === 'image' ? [block.attrs] : []))
    const others = children.filter(
      ({ type, content }) => type !== 'image' && (type !== 'text' || content.trim() !== ''),
    )
    return this.beside(
      token,
      kind,
      readFence(kind, { info, pictures, others, note: (reason) => this.note(token, reason) }),
    )
  }

  private box(kind: 'facts' | 'timeline', info: string, token: Token): Block[] {
    if (this.depth >= DEEPEST_BOX) return [this.code(withoutHidden(token.content).trimEnd())]
    const inside = new TokenReader(markdown.parse(token.content, {}), this.lineOffset, this.problems, this.depth + 1)
    inside.pictures = this.pictures
    return readBox(kind, info, inside.blocks(), (reason) => this.note(token, reason))
  }

  /** What a fence made, where it may stand: inside a list or a quotation it waits for its end. */
  private beside(token: Token, kind: string, blocks: Block[]): Block[] {
    if (token.level === 0) return blocks
    for (const block of blocks) {
      this.note(token, `A fence of ${kind} inside a list or a quotation was put after it.`)
      this.waiting.push(block)
    }
    return []
  }

  private code(text: string): Block {
    return { type: 'codeBlock', content: text ? [{ type: 'text', text }] : [] }
  }

  private heading(token: Token): Block | null {
    const level = token.tag === 'h1' || token.tag === 'h2' ? 2 : 3
    const content = this.inline('heading_close')
    if (content.length === 0) return null
    const heading: Block = { type: 'heading', attrs: { level }, content }
    if (token.tag === 'h1') this.titles.add(heading)
    return heading
  }

  private paragraph(token: Token): Block | Block[] {
    const inline = this.tokens[this.at]
    const children =
      inline?.children?.filter((child) => child.type !== 'softbreak' && child.content.trim() + child.type !== 'text') ??
      []
    const isPictures = children.length > 0 && children.every((child) => child.type === 'image')
    if (!isPictures) return { type: 'paragraph', content: this.inline('paragraph_close') }
    this.skipTo('paragraph_close')
    const images = children.flatMap((child) => this.image(child, token))
    if (token.level === 0) return images
    this.note(token, 'A picture inside a list or a quotation was put after it.')
    for (const image of images) this.waiting.push(image)
    return []
  }

  private image(child: Token, token: Token): Block[] {
    const [caption = '', credit = ''] = attribute(child, 'title').split('|')
    const words = this.fitting({ alt: wordsOf(child), caption, credit }, token)
    const file = withoutHidden(readPart(attribute(child, 'src')))
    if (file.length > LONGEST_ADDRESS || /^data:/i.test(file) || file === '') {
      this.note(token, `The picture “${file.slice(0, 40)}” was left out: it is not the name of a file.`)
      return []
    }
    if (!words.alt) this.note(token, `The picture “${file}” has no alternative text.`)
    this.pictures.push({ file, ...words })
    return [{ type: 'image', attrs: { media: this.pictures.length, ...words } }]
  }

  private fitting(words: PictureWords, token: Token): PictureWords {
    const fitted = { ...words }
    for (const name of ['alt', 'caption', 'credit'] as const) {
      const text = withoutHidden(words[name]).trim()
      fitted[name] = text.slice(0, LONGEST_WORDS[name])
      if (fitted[name] !== text)
        this.note(token, `The ${name} of a picture was cut at ${LONGEST_WORDS[name]} characters.`)
    }
    return fitted
  }

  private list(token: Token): Block | null {
    const content = this.items(token.type.replace('open', 'close'))
    if (content.length === 0) return null
    if (token.type === 'bullet_list_open') return { type: 'bulletList', content }
    return { type: 'orderedList', attrs: { start: Number(attribute(token, 'start') || 1) }, content }
  }

  private items(close: string): { type: 'listItem'; content: Block[] }[] {
    const items: { type: 'listItem'; content: Block[] }[] = []
    for (let token = this.tokens[this.at]; token && token.type !== close; token = this.tokens[this.at]) {
      this.at += 1
      const pictures = this.waiting.length
      const content = this.blocks('list_item_close')
      if (content.length === 0 && this.waiting.length > pictures) continue
      items.push({ type: 'listItem', content: content.length > 0 ? content : [{ type: 'paragraph', content: [] }] })
    }
    this.at += 1
    return items
  }

  /** A quotation that names who said it, behind a dash at its end, is a pull quote. */
  private quote(): Block | null {
    const content = this.blocks('blockquote_close')
    if (content.length === 0) return null
    const [first, last = first] = content
    const said = last?.type === 'paragraph' && content.length <= 2 && attributionOf(plainText(last), this.lastLine)
    const isAlone = content.length === 2 ? said && said.quoted === 0 : said && said.quoted > 0
    if (!said || !isAlone || first?.type !== 'paragraph') return { type: 'blockquote', content }
    const inline = content.length === 1 ? beginning(first.content ?? [], said.quoted) : first.content
    return { type: 'pullQuote', attrs: { attribution: said.name }, content: inline }
  }

  private table(): Block {
    const rows: Extract<Block, { type: 'table' }>['content'] = []
    for (let token = this.tokens[this.at]; token && token.type !== 'table_close'; token = this.tokens[this.at]) {
      this.at += 1
      if (token.type === 'tr_open') rows.push({ type: 'tableRow', content: [] })
      if (token.type !== 'th_open' && token.type !== 'td_open') continue
      const align = ALIGNMENTS.find((side) => attribute(token, 'style').endsWith(side))
      const content = [{ type: 'paragraph' as const, content: this.inline(token.type.replace('open', 'close')) }]
      const type = token.type === 'th_open' ? ('tableHeader' as const) : ('tableCell' as const)
      rows.at(-1)?.content.push({ type, attrs: { colspan: 1, rowspan: 1, align: align ?? null }, content })
    }
    this.at += 1
    return { type: 'table', content: rows }
  }

  private inline(close: string): Inline[] {
    const line = new InlineLine()
    for (let token = this.tokens[this.at]; token && token.type !== close; token = this.tokens[this.at]) {
      this.at += 1
      const children = token.children ?? []
      for (const [index, child] of children.entries()) this.inlineToken(child, token, line, children[index + 1])
    }
    this.at += 1
    this.lastLine = line.lastLine
    return line.nodes
  }

  private inlineToken(child: Token, parent: Token, line: InlineLine, next: Token | undefined): void {
    switch (child.type) {
      case 'text':
        line.add(child.content)
        break
      case 'softbreak':
        line.breakLine(lineJoint(line.end, next?.content ?? ''))
        break
      case 'hardbreak':
        line.breakLine('hard')
        break
      case 'code_inline':
        line.add(child.content, { type: 'code' })
        break
      case 'link_open':
        line.open(this.link(child, parent))
        break
      case 'image':
        this.note(
          parent,
          `The picture “${attribute(child, 'src').slice(0, 100)}” stands inside a sentence; its words were kept.`,
        )
        line.add(wordsOf(child))
        break
      default:
        if (child.nesting === 1) line.open(MARKS[child.type] ?? null)
        if (child.nesting === -1) line.close()
    }
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
