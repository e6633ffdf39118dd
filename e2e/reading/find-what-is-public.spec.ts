import { expect, test } from '../fixtures'

/** Everything that readers can ask for and that could show an article which is not for them. */
const SURFACES = ['/', '/news', '/tag/canary', '/author/nobody-knows', '/search?q=canary']

const HOUR = 3_600_000
const draft = () => ({
  headline: `Canary ${Math.random().toString(36).slice(2)} sings`,
  tags: ['Canary'],
  bylines: ['Nobody Knows'],
})

test.describe.configure({ mode: 'serial' })

for (const [state, hide] of [
  ['a draft', async () => {}],
  ['a scheduled article', async (newsroom, id) => newsroom.schedule(id, new Date(Date.now() + HOUR))],
  [
    'an embargoed article',
    async (newsroom, id) => {
      await newsroom.embargo(id, new Date(Date.now() + HOUR))
      await newsroom.publish(id)
    },
  ],
  [
    'an unpublished article',
    async (newsroom, id) => {
      await newsroom.publish(id)
      await newsroom.unpublish(id)
    },
  ],
] as [string, (newsroom: import('../newsroom').Newsroom, id: number) => Promise<void>][]) {
  test(`${state} is nowhere`, async ({ request, newsroom }) => {
    const article = await newsroom.writeArticle(draft())
    await hide(newsroom, article.id)
    expect((await request.get(article.address)).status()).toBe(404)
    for (const surface of SURFACES) {
      const text = await (await request.get(surface)).text()
      expect(text, surface).not.toContain(article.headline)
      expect(text, surface).not.toContain(article.slug)
    }
  })
}

test('an article nobody wrote answers as one that is hidden', async ({ request, newsroom }) => {
  const hidden = await newsroom.writeArticle(draft())
  const [one, other] = [await request.get(hidden.address), await request.get('/news/nobody-ever-wrote-this')]
  expect(one.status()).toBe(404)
  expect(await one.text()).toBe(await other.text())
  expect(await one.text()).toContain('Page not found')
})

test('a scheduled article comes out by itself, everywhere', async ({ request, newsroom }) => {
  const article = await newsroom.writeArticle(draft())
  await request.get('/news')
  await newsroom.schedule(article.id, new Date(Date.now() + 1500))
  expect((await request.get(article.address)).status()).toBe(404)
  await expect.poll(async () => (await request.get(article.address)).status()).toBe(200)
  expect(await (await request.get('/news')).text()).toContain(article.headline)
})

test('an embargo ends by itself, everywhere', async ({ request, newsroom }) => {
  const article = await newsroom.writeArticle(draft())
  await newsroom.embargo(article.id, new Date(Date.now() + 1500))
  await newsroom.publish(article.id)
  expect((await request.get(article.address)).status()).toBe(404)
  await expect.poll(async () => (await request.get(article.address)).status()).toBe(200)
  expect(await (await request.get('/news')).text()).toContain(article.headline)
})

test('a picture is as public as the articles that show it', async ({ request, newsroom }) => {
  const page = await (await request.get('/business/quay-street-shops')).text()
  const address = /\/media\/\d+\/market-street-320\.jpg/.exec(page)?.[0] as string
  expect((await request.get(address)).status()).toBe(200)
  const id = newsroom.idOf('quay-street-shops')
  await newsroom.unpublish(id)
  expect((await request.get(address)).status()).toBe(404)
  await newsroom.publish(id)
  expect((await request.get(address)).status()).toBe(200)
})
