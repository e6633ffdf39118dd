import type { APIRequestContext } from '@playwright/test'
import sharp, { type Stats } from 'sharp'
import { expect, test } from '../fixtures'

/** The path of the picture that a page offers to whoever shows a link to it. */
async function cardOf(request: APIRequestContext, address: string): Promise<string> {
  const html = await (await request.get(address)).text()
  const [, card = ''] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? []
  expect(html, address).toContain('<meta property="og:image:width" content="1200"/>')
  expect(html, address).toContain('<meta name="twitter:card" content="summary_large_image"/>')
  return new URL(card).pathname
}

test('every article has a card in its own script, and so have the front and the lists', async ({ request }) => {
  const { articles } = await (await request.get('/api/v1/articles?limit=100')).json()
  const pages = articles.map(({ address }: { address: string }) => new URL(address).pathname)
  const cards = new Set<string>()
  for (const address of [...pages, '/', '/politics', '/tag/floods', '/author/priya-natarajan', '/latest']) {
    const card = await cardOf(request, address)
    if (cards.has(card)) continue
    cards.add(card)
    const answer = await request.get(card)
    expect(answer.headers()['content-type'], address).toBe('image/jpeg')
    const bytes = await answer.body()
    expect(await sharp(bytes).metadata(), address).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    // Messengers show none that is larger.
    expect(bytes.length, address).toBeLessThan(300_000)
    expect(inkOf(await sharp(bytes).greyscale().stats()), address).toBeGreaterThan(200)
  }
  expect(cards.size).toBeGreaterThan(pages.length)
})

/** How far the darkest is from the lightest. */
const inkOf = ({ channels: [only] }: Stats) => (only?.max ?? 0) - (only?.min ?? 0)

test('a card is drawn once, and another one when what it says changes', async ({ request, newsroom }) => {
  const draft = { section: 'news', language: 'en', headline: `A card of ${Date.now()}` }
  const { id, address } = await newsroom.publishArticle(draft)
  const card = await cardOf(request, address)
  const first = await request.get(card, { headers: { 'accept-encoding': 'br, gzip' } })
  expect(first.status()).toBe(200)
  expect(first.headers()).not.toHaveProperty('content-encoding')
  const { etag } = first.headers()
  expect((await request.get(card, { headers: { 'if-none-match': etag as string } })).status()).toBe(304)

  await newsroom.rewrite(id, { ...draft, headline: `${draft.headline}, rewritten` })
  const now = await cardOf(request, address)
  expect(now).not.toBe(card)
  const old = await request.get(card, { maxRedirects: 0 })
  expect(old.status()).toBe(308)
  expect(old.headers().location).toBe(now)
  expect((await request.get(now)).status()).toBe(200)

  await newsroom.unpublish(id)
  for (const gone of [card, now]) expect((await request.get(gone)).status()).toBe(404)
})

test('there is no card of what nobody may read', async ({ request, newsroom }) => {
  const { address } = await newsroom.writeArticle()
  for (const file of ['0123456789ab.jpg', 'x.jpg', 'card.png', '']) {
    expect((await request.get(`${address}/card/${file}`)).status(), file).toBe(404)
  }
  const { id, address: killed } = await newsroom.publishArticle()
  const card = await cardOf(request, killed)
  await newsroom.kill(id, 'It was not so.')
  expect((await request.get(card)).status()).toBe(410)
})

test('signs that nobody has letters for do no harm', async ({ request, newsroom }) => {
  for (const headline of ['😀🎉', '\u0378\u0379 unknown', 'ก่อน '.repeat(60), 'W'.repeat(200), '<b>&amp;']) {
    const { address } = await newsroom.publishArticle({ headline, slug: `card-${Math.random()}` })
    const answer = await request.get(await cardOf(request, address))
    expect(answer.status(), headline).toBe(200)
  }
})
