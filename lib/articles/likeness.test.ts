import { expect, it } from 'vitest'
import { characteristicTerms, likeness } from './likeness'

it('takes the words that a text says most, those of the headline thrice, and no function words', () => {
  const text = 'The ferry was late. The ferry is often late, and in 2026 the harbour’s new ferry wasn’t.'
  expect(characteristicTerms('Harbour strike', text, 'en')).toEqual([
    ...['ferry', 'harbour', 'strike', 'late', 'harbour’s', 'wasn’t'],
  ])
})

it.each([
  ['en', "Don't say U.S. firms can't; e-mail a_b 3.5 caf\u00e9 na\u00efve na\u0131ve."],
  ['de', 'Die Straßenbahn fährt über die Brücke; 1.000 Gäste kamen.'],
  ['ru', 'Ёлки привезли на площадь, и площадь ожила.'],
  ['ar', 'افتتاحُ مدرسةٍ جديدةٍ في المدينة'],
  ['hi', 'दिल्ली में नई लाइब्रेरी खुली'],
  ['ko', '서울시가 새로운 도서관을 열었다'],
  ['fr', 'L’école d’aujourd’hui n’a pas changé.'],
])('finds the words of %s that a segmenter finds', (language, text) => {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment.toLowerCase())
  const known = new Set(words)
  for (const term of characteristicTerms('', text, 'xx')) expect(known, term).toContain(term)
  const long = words.filter((word) => word.length > 2 && !/^\d+$/.test(word))
  expect(new Set(characteristicTerms('', text, 'xx'))).toEqual(new Set(long))
})

it('parts what is written without spaces', () => {
  expect(characteristicTerms('', 'นายกรัฐมนตรีเปิดสะพานใหม่ข้ามแม่น้ำ', 'th')).toContain('สะพาน')
})

it('says how alike two articles are, the same both ways', () => {
  const of = (terms: string[], tags: number[] = []) => ({
    terms,
    tags,
    sectionId: tags[0] ?? 0,
    publishedAt: new Date(0),
  })
  const [one, near, far] = [of(['ferry', 'late'], [1]), of(['ferry', 'strike'], [1]), of(['goal'], [2])]
  expect(likeness(one, near)).toBe(likeness(near, one))
  expect(likeness(one, near)).toBeGreaterThan(0)
  expect(likeness(one, far)).toBe(0)
})
