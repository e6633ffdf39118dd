import type { Inline, Mark } from '../articles/article-body'

/** A piece of a line: words that are to be read as they are, a delimiter of emphasis, or Markdown that is finished. */
type Piece =
  | { is: 'text'; text: string }
  | { is: 'delimiter'; text: string; opens: boolean }
  | { is: 'done'; text: string }

const DELIMITERS: Partial<Record<Mark['type'], string>> = { bold: '**', italic: '_', strike: '~~' }
const ALWAYS_ESCAPED = /[\\`*_[\]<>~|&]/
const WORD = /[\p{L}\p{N}]/u
const SPACE = /\s/u

/**
 * Inline nodes as Markdown (CommonMark 0.31 with GFM's strikethrough). What Markdown would read as its own is escaped, and
 * emphasis that its rules of flanking would not see (§6.2) gets the letter beside it as a character reference.
 *
 * @param isOneLine for headings and cells of tables, where a line cannot be broken
 */
export function writeInline(nodes: Inline[] = [], { isOneLine = false } = {}): string {
  const pieces = trimEnd(merge(piecesOf(nodes, 0, isOneLine)))
  return pieces.map((piece, index) => (piece.is === 'text' ? writeText(pieces, index) : piece.text)).join('')
}

/** Plain words as Markdown. */
export function writeWords(text: string): string {
  return writeInline(text === '' ? [] : [{ type: 'text', text }], { isOneLine: true })
}

/** The address of a link or a picture, in angle brackets. */
export function writeAddress(address: string): string {
  return `<${address.replaceAll(/[\\<>&]/g, '\\$&').replaceAll(/\s/gu, (space) => encodeURIComponent(space))}>`
}

function piecesOf(nodes: Inline[], depth: number, isOneLine: boolean): Piece[] {
  const pieces: Piece[] = []
  for (let index = 0; index < nodes.length; ) {
    const mark = markAt(nodes[index], depth)
    let end = index + 1
    while (mark && end < nodes.length && isSame(markAt(nodes[end], depth), mark)) end += 1
    const group = nodes.slice(index, end)
    pieces.push(...(mark ? marked(mark, group, depth, isOneLine) : plain(group[0] as Inline, isOneLine)))
    index = end
  }
  return pieces
}

function marked(mark: Mark, nodes: Inline[], depth: number, isOneLine: boolean): Piece[] {
  if (mark.type === 'code') return [codeSpan(nodes)]
  const inner = piecesOf(nodes, depth + 1, isOneLine)
  if (mark.type === 'link') {
    return [{ is: 'done', text: '[' }, ...inner, { is: 'done', text: `](${writeAddress(mark.attrs.href)})` }]
  }
  const text = DELIMITERS[mark.type]
  if (!text) return inner
  return [{ is: 'delimiter', text, opens: true }, ...inner, { is: 'delimiter', text, opens: false }]
}

function plain(node: Inline, isOneLine: boolean): Piece[] {
  if (node.type === 'text') return [{ is: 'text', text: node.text }]
  return [isOneLine ? { is: 'text', text: ' ' } : { is: 'done', text: '\\\n' }]
}

/** Code holds no other marks, so that it comes last. */
function markAt(node: Inline | undefined, depth: number): Mark | undefined {
  if (node?.type !== 'text' || !node.marks) return undefined
  const isCode = (mark: Mark) => mark.type === 'code'
  return [...node.marks.filter((mark) => !isCode(mark)), ...node.marks.filter(isCode)][depth]
}

function isSame(left: Mark | undefined, right: Mark): boolean {
  return left !== undefined && JSON.stringify(left) === JSON.stringify(right)
}

function codeSpan(nodes: Inline[]): Piece {
  const text = nodes
    .map((node) => (node.type === 'text' ? node.text : ' '))
    .join('')
    .replaceAll(/\s*\n\s*/g, ' ')
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const isPadded = /^[ `]|[ `]$/.test(text) && text.trim() !== ''
  return { is: 'done', text: isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}` }
}

function merge(pieces: Piece[]): Piece[] {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (last?.is === 'text' && piece.is === 'text') merged.splice(-1, 1, { is: 'text', text: last.text + piece.text })
    else merged.push(piece)
  }
  return merged
}

/** A break at the very end of a block is none. */
function trimEnd(pieces: Piece[]): Piece[] {
  return pieces.at(-1)?.text === '\\\n' ? trimEnd(pieces.slice(0, -1)) : pieces
}

function writeText(pieces: Piece[], index: number): string {
  const letters = [...(pieces[index] as Piece).text]
  const [before, after] = [pieces[index - 1], pieces[index + 1]]
  const beginsLine = before === undefined || before.text === '\\\n'
  const endsLine = after === undefined || after.text === '\\\n'
  const number = beginsLine ? /^\d{1,9}(?=[.)])/.exec(letters.join(''))?.[0].length : undefined
  return letters
    .map((letter, place) => {
      const isFirst = place === 0
      const isLast = place === letters.length - 1
      if (letter === '\n' || letter === '\r' || letter === '\t') return reference(letter)
      if (
        SPACE.test(letter) &&
        ((isFirst && isEdge(before, beginsLine, true)) || (isLast && isEdge(after, endsLine, false)))
      )
        return reference(letter)
      if (isFirst && isHidden(letter, before, pieces[index - 2], false)) return reference(letter)
      if (isLast && isHidden(letter, after, pieces[index + 2], true)) return reference(letter)
      if (ALWAYS_ESCAPED.test(letter) || place === number) return `\\${letter}`
      if (letter === '#' && (isFirst || SPACE.test(letters[place - 1] ?? ''))) return '\\#'
      if (letter === '!' && isLast && after?.text === '[') return '\\!'
      return isFirst && beginsLine && /[-+=]/.test(letter) ? `\\${letter}` : letter
    })
    .join('')
}

/** Where Markdown would take a space away, or, inside emphasis, not see the delimiter beside it. */
function isEdge(neighbour: Piece | undefined, isLineEdge: boolean, isBefore: boolean): boolean {
  return isLineEdge || (neighbour?.is === 'delimiter' && neighbour.opens === isBefore)
}

/** Whether a letter outside a delimiter keeps it from being one: beside punctuation inside it, or beside `_`. */
function isHidden(letter: string, delimiter: Piece | undefined, inside: Piece | undefined, isBefore: boolean): boolean {
  if (delimiter?.is !== 'delimiter' || delimiter.opens !== isBefore || !WORD.test(letter)) return false
  if (delimiter.text === '_' || inside?.is !== 'text') return true
  const inner = isBefore ? [...inside.text][0] : [...inside.text].at(-1)
  return !WORD.test(inner ?? '')
}

/** A letter as a character reference (CommonMark §2.5), which Markdown never takes for its own. */
export function reference(letter: string): string {
  return `&#${letter.codePointAt(0)};`
}
