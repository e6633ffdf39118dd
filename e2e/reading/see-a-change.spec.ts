import { inWords } from '../bodies'
import { expect, test } from '../fixtures'

test.describe.configure({ mode: 'serial' })

/** The page's tag: it stays while the bytes do. */
const tagOf = async (request: import('@playwright/test').APIRequestContext, address: string) =>
  (await request.get(address)).headers().etag

test('a change is on every page that shows it by the next request, and nothing else is made anew', async ({
  request,
  newsroom,
}) => {
  const article = await newsroom.publishArticle({ tags: ['Change'], bylines: ['Chantal Change'] })
  const showing = ['/', '/news', '/tag/change', '/author/chantal-change', article.address]
  const others = [
    '/sport',
    '/culture/village-choir-hit',
    '/author/marta-lind',
    '/tag/football',
    '/politics/dam-timeline',
  ]
  let times = 0
  // What an earlier test's browser looked ahead for may be made meanwhile, on the same server: not every time.
  await expect(async () => {
    const before = new Map<string, string | undefined>()
    for (const address of [...showing, ...others]) before.set(address, await tagOf(request, address))
    const rendersBefore = await renders(request)

    times += 1
    const headline = `${article.headline}, and then some ${times}`
    const change = { section: 'news', language: 'en', headline, tags: ['Change'], bylines: ['Chantal Change'] }
    await newsroom.rewrite(article.id, change)

    for (const address of showing) {
      const answer = await request.get(address)
      expect(await answer.text(), address).toContain(headline)
      expect(answer.headers().etag, address).not.toBe(before.get(address))
    }
    expect(await renders(request)).toBe(rendersBefore + showing.length)
    for (const address of others) expect(await tagOf(request, address), address).toBe(before.get(address))
    expect(await renders(request)).toBe(rendersBefore + showing.length)
  }).toPass({ timeout: 15_000 })
})

test('what no list says of an article changes none of them, and is wherever it is read', async ({
  request,
  newsroom,
}) => {
  const article = await newsroom.publishArticle({ tags: ['Body'] })
  const lists = ['/', '/news', '/tag/body', '/latest']
  const texts = [article.address, `${article.address}.md`, '/news/feed.xml', `/api/v1/articles/${article.slug}`]
  const before = new Map<string, string | undefined>()
  for (const address of [...lists, ...texts]) before.set(address, await tagOf(request, address))
  const said = async () => (await (await request.get('/api/v1/articles?tag=body')).json()).articles[0].updatedAt
  expect(await said()).toBeNull()

  const words = 'The gauge was read again.'
  await newsroom.edit(article.id, { body: inWords(words) })
  await newsroom.publishChange(article.id, 'update', 'The gauge.')

  for (const address of lists) expect(await tagOf(request, address), address).toBe(before.get(address))
  for (const address of texts) expect(await (await request.get(address)).text(), address).toContain(words)
  expect(await said()).not.toBeNull()
})

test('a new article appears on its lists, and one that goes is gone', async ({ request, newsroom }) => {
  const lists = ['/', '/news', '/tag/arrival', '/author/arno-arrival']
  await newsroom.publishArticle({ tags: ['Arrival'], bylines: ['Arno Arrival'] })
  for (const address of lists) await request.get(address)
  const article = await newsroom.publishArticle({ tags: ['Arrival'], bylines: ['Arno Arrival'] })
  for (const address of lists) expect(await (await request.get(address)).text(), address).toContain(article.headline)
  await newsroom.kill(article.id, 'Withdrawn.')
  for (const address of lists)
    expect(await (await request.get(address)).text(), address).not.toContain(article.headline)
})

test('a page that was not found is found once it is there', async ({ request, newsroom }) => {
  const slug = `awaited-${Date.now()}`
  expect((await request.get(`/news/${slug}`)).status()).toBe(404)
  await newsroom.publishArticle({ slug })
  expect((await request.get(`/news/${slug}`)).status()).toBe(200)
})

test('a browser that has the page gets no second copy', async ({ request }) => {
  const first = await request.get('/culture')
  const again = await request.get('/culture', { headers: { 'if-none-match': first.headers().etag as string } })
  expect(again.status()).toBe(304)
  expect((await again.body()).length).toBe(0)
})

test('nothing that one reader sends changes what another gets', async ({ request }) => {
  const plain = await (await request.get('/climate')).text()
  const strange = {
    ...{
      cookie: 'session=x; theme=dark',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      host: 'evil.example',
    },
    ...{ rsc: '1', 'next-router-state-tree': '%5B%22%22%5D', 'next-router-prefetch': '1', 'x-nextjs-data': '1' },
    ...{
      'x-middleware-subrequest': 'middleware',
      'accept-language': 'de',
      'x-original-url': '/admin',
      accept: 'text/x-component',
    },
  }
  const answer = await request.get('/climate?utm_source=x&_rsc=1&preview=true', { headers: strange })
  expect(answer.headers()['content-type']).toBe('text/html; charset=utf-8')
  expect(await answer.text()).toBe(plain)
  expect(await (await request.get('/climate')).text()).toBe(plain)
  expect(plain).not.toContain('evil.example')
})

async function renders(request: import('@playwright/test').APIRequestContext): Promise<number> {
  const text = await (await request.get('/metrics')).text()
  return Number(/broadsheet_render_seconds_count (\d+)/.exec(text)?.[1])
}
