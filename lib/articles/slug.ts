/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const LATIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'e',
  ŧ: 't',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɛ: 'e',
  ɔ: 'o',
}

const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ђ: 'dj',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  џ: 'dz',
  ѕ: 'dz',
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
}

const GREEK: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}

const LONGEST = 80
/** What can still be part of a slug is at the beginning; folding megabytes for it would hold everybody up. */
const LONGEST_READ = 4000
/** Apostrophes, and characters inside a word that nobody sees. */
const DROPPED = /['’ʼ‘`´\u00AD\u2060]/g
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** Marks that no letter of the slug was made of, as the dot that is left of “İ”. */
const LEFT_MARKS = /(?<=[a-z0-9])\p{M}+/gu

/**
 * The readable part of an address: small letters and digits, words joined by hyphens. Latin letters lose their marks,
 * Cyrillic and Greek ones are written in Latin, those of other scripts stay.
 *
 * @returns at most 80 characters, cut between words; empty when the text holds no letter or digit
 */
export function slugFrom(text: string): string {
  const letters = text.slice(0, LONGEST_READ).normalize('NFC').toLowerCase().replaceAll(DROPPED, '')
  const folded = [...letters].map(fold).join('').replaceAll(LEFT_MARKS, '')
  return cut(folded.normalize('NFC').match(WORD) ?? [])
}

/** Whether a text is in the form that `slugFrom` makes. */
export function isSlug(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 100 &&
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u.test(text) &&
    text === text.toLowerCase().normalize('NFC')
  )
}

function fold(letter: string): string {
  const known = LATIN[letter] ?? CYRILLIC[letter] ?? GREEK[letter]
  if (known !== undefined) return known
  const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const base = CYRILLIC[bare] ?? GREEK[bare]
  if (base !== undefined) return base
  return /^[a-z0-9]+$/.test(bare) ? bare : letter
}

function cut(words: string[]): string {
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > LONGEST) return slug || word.slice(0, LONGEST).replace(/\p{Surrogate}$/u, '')
    slug = longer
  }
  return slug
}
