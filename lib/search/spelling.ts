import { fold, wordsOf } from './search-terms'

/** Shorter words are a letter away from too many others. */
const SHORTEST = { alphabetic: 4, syllables: 3 }
const LONGEST = 32

/**
 * The spellings that a word is noted under: itself, and itself with one letter left out. Two words that are one letter
 * apart (one more, one less, another, two in the wrong order) share at least one.
 *
 * @returns each spelling with the folded word; none for a word that is not corrected
 */
export function spellingsOf(word: string): [spelling: string, word: string][] {
  const folded = fold(word)
  const script = wordsOf(folded)[0]?.script
  const letters = [...folded]
  const shortest = script === 'syllables' ? SHORTEST.syllables : SHORTEST.alphabetic
  if (script === 'signs' || script === 'unparted' || letters.length < shortest || letters.length > LONGEST) return []
  if (/\d/.test(folded)) return []
  return lessOne(folded).map((spelling) => [spelling, folded])
}

/** A word and all of its spellings with one letter less. */
export function lessOne(word: string): string[] {
  const letters = [...word]
  return [...new Set([word, ...letters.map((_, index) => letters.filter((_, at) => at !== index).join(''))])]
}

/** Whether one slip of the finger makes the one of the other: a letter more, less or another, or two neighbours swapped. */
export function isOneSlip(left: string, right: string): boolean {
  const [a, b] = [[...left], [...right]]
  if (Math.abs(a.length - b.length) > 1 || left === right) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const rest = (letters: string[], from: number) => letters.slice(from).join('')
  if (a.length < b.length) return rest(a, start) === rest(b, start + 1)
  if (a.length > b.length) return rest(a, start + 1) === rest(b, start)
  if (rest(a, start + 1) === rest(b, start + 1)) return true
  return a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, start + 2) === rest(b, start + 2)
}
