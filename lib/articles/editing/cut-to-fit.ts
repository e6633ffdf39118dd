/** A text as it is shown, and what of it is not. */
export type Cut = { shown: string; rest: string }

/**
 * Cuts a text where its room ends, at the end of a word where there is one.
 *
 * @param room in em: as wide as so many letters m. Widths are those of a common sans serif, about
 */
export function cutToFit(text: string, room: number): Cut {
  const letters = [...text]
  let width = 0
  const end = letters.findIndex((letter) => {
    width += widthOf(letter)
    return width > room
  })
  if (end < 0) return { shown: text, rest: '' }
  const fitting = letters.slice(0, end).join('')
  const space = fitting.lastIndexOf(' ')
  // A script without spaces, or one long word, is cut where it is.
  const shown = (space > fitting.length / 2 ? fitting.slice(0, space) : fitting).replace(/[\s,;:–—-]+$/u, '')
  return { shown, rest: text.slice(shown.length) }
}

const NARROW = /[\sfijlrtI.,:;'’|!()[\]-]/
const WIDE = /[mwMW@%—]/
/** Chinese, Japanese and Korean letters, and pictures, are as wide as they are high (Unicode, UAX #11). */
const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60]/u

function widthOf(letter: string): number {
  if (SQUARE.test(letter)) return 1
  if (/\p{M}/u.test(letter)) return 0
  if (NARROW.test(letter)) return 0.29
  if (WIDE.test(letter)) return 0.84
  return /\p{Lu}/u.test(letter) ? 0.68 : 0.53
}
