import type { Inline, Mark } from '../article-body'
import { markText } from './sameness'
import { matches, type Span, threeWay } from './three-way'

/** A word, a space, a sign or a line break, with the marks that it stands under. */
type Token = { text: string; marks: Mark[] | undefined; isBreak: boolean }

/** Words of scripts that part them by spaces, single letters of those that do not, runs of space, single signs. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{N}\p{M}]+)*|\s+|./gsu

/** The pieces that text is compared by; joined they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? []
}

/**
 * Merges two changes of one text by words.
 *
 * @param base what both began with; null when both wrote it anew, which keeps the words of both
 * @returns the text, or null when both changed the same words
 */
export function mergeWords(base: string | null, theirs: string, mine: string): string | null {
  const inline = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])
  const merged = mergeInline(base === null ? null : inline(base), inline(theirs), inline(mine))
  return merged?.map((node) => (node.type === 'text' ? node.text : '\n')).join('') ?? null
}

/** The same for the inline nodes of one block, words with their marks. */
export function mergeInline(base: Inline[] | null, theirs: Inline[], mine: Inline[]): Inline[] | null {
  const sides = { theirs: inlineTokens(theirs), mine: inlineTokens(mine) }
  const began = base ? inlineTokens(base) : shared(sides.theirs, sides.mine)
  const keys = (tokens: Token[]) => tokens.map(keyOf)
  const merged: Token[] = []
  for (const stretch of threeWay(keys(began), keys(sides.theirs), keys(sides.mine))) {
    if (stretch.is === 'clash') return null
    const side = stretch.is === 'mine' ? 'mine' : 'theirs'
    const [from, to]: Span = stretch[side]
    merged.push(...sides[side].slice(from, to))
  }
  return joined(merged)
}

/** What two texts without a common beginning have in common: everything else of either is something added. */
function shared(theirs: Token[], mine: Token[]): Token[] {
  const places = matches(theirs.map(keyOf), mine.map(keyOf))
  return theirs.filter((_, at) => places[at] !== undefined)
}

function keyOf({ text, marks, isBreak }: Token): string {
  return isBreak ? '\n' : `${text} ${marks ? markText(marks) : ''}`
}

function inlineTokens(nodes: Inline[]): Token[] {
  return nodes.flatMap((node): Token[] => {
    if (node.type !== 'text') return [{ text: '', marks: undefined, isBreak: true }]
    const marks = node.marks?.length ? node.marks : undefined
    return tokensOf(node.text).map((text) => ({ text, marks, isBreak: false }))
  })
}

function joined(tokens: Token[]): Inline[] {
  const nodes: Inline[] = []
  for (const { text, marks, isBreak } of tokens) {
    const last = nodes.at(-1)
    if (isBreak) nodes.push({ type: 'hardBreak' })
    else if (last?.type === 'text' && markText(last.marks) === markText(marks)) last.text += text
    else nodes.push({ type: 'text', text, ...(marks && { marks }) })
  }
  return nodes
}
