/** A piece of a list that is typed as text, such as one tag of several: what it says, and where it stands. */
export type Piece = { words: string; start: number; end: number }

/**
 * The piece that somebody writes at.
 *
 * @param caret where they are in the text
 * @param separator what stands between pieces: one character
 */
export function pieceAt(text: string, caret: number, separator: string): Piece {
  const start = caret === 0 ? 0 : text.lastIndexOf(separator, caret - 1) + 1
  const next = text.indexOf(separator, caret)
  const end = next === -1 ? text.length : next
  return { words: text.slice(start, end).trim(), start, end }
}

/**
 * The list with another word in the place of a piece, ready for the next piece when it is the last.
 *
 * @returns the text, and where whoever writes goes on
 */
export function withPiece(
  text: string,
  { start, end }: Piece,
  word: string,
  separator: string,
): { text: string; caret: number } {
  const space = separator === ',' ? ' ' : ''
  const before = text.slice(0, start) + (start > 0 ? space : '') + word
  const rest = text.slice(end)
  const after = rest === '' ? separator + space : rest
  return { text: before + after, caret: rest === '' ? before.length + after.length : before.length }
}
