import type { Token } from 'markdown-it'
import type { Inline, Mark } from '../articles/article-body'

/** What `cleanText` takes out of a file and an escape (`&#x202E;`, `"\u202E"`) brings back in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu

/** Pull quotes are short; the search for who said them need not go through megabytes. */
const LONGEST_PULL_QUOTE = 2000
/** Behind a dash within a line stands a name or the sentence goes on; names do not begin with a small letter. */
const ATTRIBUTION = /(?:^|\s)—\s*(?=\S)(?!\p{Ll})([^—\n]{2,120})$/u
const ATTRIBUTION_LINE = /^—\s*([^—\n]{2,120})$/

/** The text without characters that no reader sees. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, '')
}

/** Gathers the inline nodes of one block; text under the same marks is one node, as the editor keeps it. */
export class InlineLine {
  readonly nodes: Inline[] = []
  /** How many characters stand before the last line of the file's own. */
  lastLine = 0
  /** The last of the text so far; asking the growing text itself would copy it each time. */
  end = ''
  private length = 0
  private opened: (Mark | null)[] = []
  private marks: Mark[] = []

  add(raw: string, own?: Mark): void {
    const text = withoutHidden(raw)
    if (!text) return
    const marks = own ? [...this.marks, own] : this.marks
    const last = this.nodes.at(-1)
    this.length += text.length
    this.end = text.slice(-2)
    if (last?.type === 'text' && isSame(last.marks ?? [], marks)) last.text += text
    else this.nodes.push({ type: 'text', text, ...(marks.length > 0 && { marks }) })
  }

  breakLine(joint: '' | ' ' | 'hard'): void {
    if (joint === 'hard') {
      this.nodes.push({ type: 'hardBreak' })
      this.length += 1
    } else this.add(joint)
    this.lastLine = this.length
  }

  /** A mark inside a mark of its kind says nothing more; a thousand of them would take the square of that. */
  open(mark: Mark | null): void {
    const isNew = mark !== null && !this.marks.some(({ type }) => type === mark.type)
    this.opened.push(isNew ? mark : null)
    if (isNew) this.marks = [...this.marks, mark]
  }

  close(): void {
    const closed = this.opened.pop()
    if (closed) this.marks = this.marks.filter((mark) => mark !== closed)
  }
}

/**
 * Who said it, by the dash at the end of a quotation.
 *
 * @param said the last paragraph of the quotation
 * @param lastLine how many characters of it stand before its last line
 * @returns the name, and how many characters are what was said
 */
export function attributionOf(said: string, lastLine: number): { name: string; quoted: number } | null {
  if (said.length > LONGEST_PULL_QUOTE) return null
  const [, alone] = ATTRIBUTION_LINE.exec(said.slice(lastLine)) ?? []
  if (alone) return { name: alone.trim(), quoted: said.slice(0, lastLine).trimEnd().length }
  const match = ATTRIBUTION.exec(said)
  return match?.[1] ? { name: match[1].trim(), quoted: said.slice(0, match.index).trimEnd().length } : null
}

/** The first so many characters of a run of inline nodes. */
export function beginning(nodes: Inline[], characters: number): Inline[] {
  const kept: Inline[] = []
  let left = characters
  for (const node of nodes) {
    if (left <= 0) break
    kept.push(node.type === 'text' ? { ...node, text: node.text.slice(0, left) } : node)
    left -= node.type === 'text' ? node.text.length : 1
  }
  return kept
}

/** The alternative text of a picture, without the Markdown in it. */
export function wordsOf(image: Token): string {
  return wordsIn(image.children ?? [])
}

/** The words of a run of inline tokens, without the Markdown in it. */
export function wordsIn(tokens: Token[]): string {
  return tokens.map((token) => (token.type === 'softbreak' ? ' ' : token.content)).join('')
}

function isSame(some: Mark[], others: Mark[]): boolean {
  return some.length === others.length && some.every((mark, index) => mark === others[index])
}
