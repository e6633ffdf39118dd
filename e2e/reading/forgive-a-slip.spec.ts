import { readdirSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { readSearch } from '@/lib/search/search-input'
import { searchArticles } from '@/lib/search/search-queries'
import { expect, test } from '../fixtures'

/** Shorter words are a letter away from too many others to be put right. */
const SHORTEST = 5
const FIRST = 3

/** The ways in which one letter goes wrong, in the midst of a word. */
const SLIPS: Record<string, (word: string, at: number) => string> = {
  'another letter': (word, at) => word.slice(0, at) + (word[at] === 'q' ? 'x' : 'q') + word.slice(at + 1),
  'a letter less': (word, at) => word.slice(0, at) + word.slice(at + 1),
  'a letter more': (word, at) => `${word.slice(0, at)}q${word.slice(at)}`,
  'two letters swapped': (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
}

/** The demo newsroom’s own articles; other tests write theirs beside them. */
const DEMO = new Set(readdirSync(new URL('../../db/seed/articles', import.meta.url)))

type Found = { slug: string; headline: string }

async function demoArticles(request: APIRequestContext): Promise<Found[]> {
  const found: Found[] = []
  for (let address: string | undefined = '/api/v1/articles?limit=100'; address; ) {
    const page = (await (await request.get(address)).json()) as { articles: Found[]; next: { address: string } | null }
    found.push(...page.articles)
    address = page.next?.address
  }
  return found.filter(({ slug }) => DEMO.has(`${slug}.md`))
}

const slugsFor = async (q: string) => (await searchArticles(readSearch({ q }))).results.map(({ card }) => card.slug)

for (const [name, slip] of Object.entries(SLIPS)) {
  test(`${name} in a word of any headline still finds its article among the first three`, async ({
    request,
    newsroom,
  }) => {
    expect(newsroom).toBeTruthy()
    const written = await demoArticles(request)
    expect(written.length).toBeGreaterThan(60)
    const lost: string[] = []
    for (const { slug, headline } of written) {
      // What stands between quotation marks is asked for as it is.
      const plain = headline.replace(/["“”„«»]/g, '')
      for (const word of new Set(plain.match(/\p{Script=Latin}+/gu))) {
        if (word.length < SHORTEST) continue
        const query = plain.replace(word, slip(word, Math.floor(word.length / 2)))
        if (!(await slugsFor(query)).slice(0, FIRST).includes(slug)) lost.push(query)
      }
    }
    expect(lost).toEqual([])
  })
}

test('a mistyped word that one headline has and nothing else finds its article by itself', async ({
  request,
  newsroom,
}) => {
  expect(newsroom).toBeTruthy()
  const articles = await demoArticles(request)
  const lost: string[] = []
  let tried = 0
  for (const { slug, headline } of articles) {
    for (const word of new Set(headline.match(/\p{Script=Latin}{6,}/gu))) {
      if ((await slugsFor(`"${word}"`)).length !== 1) continue
      tried += 1
      const query = SLIPS['another letter']?.(word, Math.floor(word.length / 2)) ?? ''
      if (!(await slugsFor(query)).slice(0, FIRST).includes(slug)) lost.push(`${query} (${word})`)
    }
  }
  expect(tried).toBeGreaterThan(30)
  expect(lost).toEqual([])
})
