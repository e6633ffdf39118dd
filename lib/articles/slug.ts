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
const APOSTROPHES = /['’ʼ‘`´]/g

/**
 * The readable part of an address: small letters and digits, words joined by hyphens. Latin letters lose their marks,
 * Cyrillic and Greek ones are written in Latin, those of other scripts stay.
 *
 * @returns at most 80 characters, cut between words; empty when the text holds no letter or digit
 */
export function slugFrom(text: string): string {
  const folded = [...text.normalize('NFC').toLowerCase().replaceAll(APOSTROPHES, '')].map(fold).join('')
  const words = folded.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return cut(words)
}

/** Whether a text is in the form that `slugFrom` makes. */
export function isSlug(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 100 &&
    /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(text) &&
    text === text.toLowerCase()
  )
}

function fold(letter: string): string {
  const known = LATIN[letter] ?? CYRILLIC[letter] ?? GREEK[letter]
  if (known !== undefined) return known
  const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const greek = GREEK[bare]
  if (greek !== undefined) return greek
  return /^[a-z0-9]+$/.test(bare) ? bare : letter
}

function cut(words: string[]): string {
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > LONGEST) return slug || [...word].slice(0, LONGEST).join('')
    slug = longer
  }
  return slug
}
