/** The tabs of the queue, in their order. */
export const TABS = ['pending', 'reported', 'new', 'approved', 'rejected', 'appeals'] as const
export type Tab = (typeof TABS)[number]

/** A piece of a comment's text, and whether a step matched it. */
export type Piece = { text: string; isMatched: boolean }

/** A text cut at the ranges that steps matched; ranges that overlap or lie outside it do no harm. */
export function piecesOf(text: string, matches: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [start, end] of [...matches].sort(([one], [other]) => one - other)) {
    const [from, to] = [Math.max(at, start), Math.min(end, text.length)]
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), isMatched: false })
    pieces.push({ text: text.slice(from, to), isMatched: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatched: false })
  return pieces
}
