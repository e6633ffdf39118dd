import { afterAll, beforeAll, expect, it } from 'vitest'
import { createArticle } from '../articles/article-commands'
import { publish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { readSearch } from './search-input'
import { searchArticles } from './search-queries'

const operator = unsafeOperator()

/** An article in each language, and what readers would type to find it. */
const ARTICLES: [language: string, headline: string, typed: string[]][] = [
  ['zh', '台風逼近沿海城市，數萬居民撤離', ['台風', '數萬', '居民撤離', '沿海城市', '市', '台風 撤離', '"沿海城市"']],
  ['ja', '大阪で新しい図書館が開館した', ['図書館', '大阪', '新しい図書館', '開館']],
  ['ko', '서울시가 새로운 도서관을 열었다', ['서울', '서울시', '도서관', '새로운 도서관', '도서']],
  ['th', 'นายกรัฐมนตรีเปิดสะพานใหม่ข้ามแม่น้ำ', ['สะพาน', 'สะพานใหม่', 'แม่น้ำ', 'นายกรัฐมนตรี']],
  ['ar', 'افتتاحُ مدرسةٍ جديدةٍ في المدينة', ['افتتاح', 'مدرسة', 'مدرسه', 'المدينة', 'مدرسةٍ جديدة', 'إفتتاح']],
  ['hi', 'दिल्ली में नई लाइब्रेरी खुली', ['दिल्ली', 'लाइब्रेरी', 'नई लाइब्रेरी', 'लाइब्रे']],
  ['ru', 'Ёлки привезли на площадь', ['ёлки', 'елки', 'ЁЛКИ', 'площадь', 'площ']],
  [
    'tr',
    'Isparta’da şehir kütüphanesi açıldı',
    ['ısparta', 'isparta', 'ISPARTA', 'kütüphanesi', 'kutuphanesi', 'ŞEHİR', 'şehir açıldı'],
  ],
  ['de', 'Die Straßenbahn fährt wieder über die Brücke', ['straßenbahn', 'STRASSENBAHN', 'fahrt', 'brücke', 'Brucke']],
]

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  for (const [language, headline] of ARTICLES) {
    const { id } = await createArticle(operator, { section: 'world', language, headline })
    await publish(operator, id)
  }
})
afterAll(() => fresh.close())

for (const [language, headline, typed] of ARTICLES) {
  it.each(typed)(`${language}: %s finds it and nothing else, and marks it`, async (q) => {
    const { results, correction } = await searchArticles(readSearch({ q }))
    expect(results.map(({ card }) => card.headline)).toEqual([headline])
    expect(correction).toBeNull()
    expect(results[0]?.headline.some(({ isMatch }) => isMatch)).toBe(true)
    expect(results[0]?.headline.map(({ text }) => text).join('')).toBe(headline)
  })
}

it.each([
  ['площадь', 'плошадь'],
  ['kütüphanesi', 'kütüphansi'],
  ['लाइब्रेरी', 'लाइब्रेरि'],
  ['المدينة', 'المدينى'],
])('a slip in %s is put right: %s', async (word, q) => {
  const { results } = await searchArticles(readSearch({ q }))
  const [, headline] = ARTICLES.find(([, text]) => text.includes(word)) as (typeof ARTICLES)[number]
  expect(results.map(({ card }) => card.headline)).toEqual([headline])
})
