import { expect, test } from '../fixtures'

const stay = { maxRedirects: 0 }

test('a wrong section leads to the right one', async ({ request }) => {
  const answer = await request.get('/sport/flood-risk-papers', stay)
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe('/politics/flood-risk-papers')
})

test('an old slug leads to the new one, in one step', async ({ request, newsroom }) => {
  const article = await newsroom.publishArticle()
  const draft = { section: 'news', language: 'en', headline: article.headline }
  await newsroom.rewrite(article.id, { ...draft, slug: `${article.slug}-second` })
  await newsroom.rewrite(article.id, { ...draft, slug: `${article.slug}-third` })
  for (const old of [article.slug, `${article.slug}-second`]) {
    const answer = await request.get(`/news/${old}`, stay)
    expect(answer.status()).toBe(308)
    expect(answer.headers().location).toBe(`/news/${article.slug}-third`)
  }
  expect((await request.get(`/news/${article.slug}-third`, stay)).status()).toBe(200)
})

test('a killed article leaves its notice', async ({ page, newsroom }) => {
  const article = await newsroom.publishArticle()
  await newsroom.kill(article.id, 'It named the wrong ferry.')
  const answer = await page.goto(article.address)
  expect(answer?.status()).toBe(410)
  await expect(page.getByRole('heading', { name: 'This article was withdrawn' })).toBeVisible()
  await expect(page.getByText('It named the wrong ferry.')).toBeVisible()
  await expect(page.getByText(`The text of ${article.headline}`)).toHaveCount(0)
})

for (const [spelled, canonical] of [
  ['/Politics', '/politics'],
  ['/politics/', '/politics'],
  ['//politics', '/politics'],
  ['/politics//flood-risk-papers/', '/politics/flood-risk-papers'],
  ['/tag/Floods', '/tag/floods'],
]) {
  test(`${spelled} leads to ${canonical}`, async ({ server }) => {
    const answer = await fetch(`${server.url}${spelled}`, { redirect: 'manual' })
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe(canonical)
  })
}

for (const address of [
  '/nowhere',
  '/politics/nowhere',
  '/tag/nowhere',
  '/author/nowhere',
  '/a/b/c/d',
  '/politics?page=0x1',
  '/.env',
  '/.git/HEAD',
  '/package.json',
  '/data/portal.db',
  '/_next/server/app',
  '/lib/env.ts',
  '/_next/image?url=/x&w=64&q=75',
]) {
  test(`${address} gives nothing away`, async ({ request }) => {
    const answer = await request.get(address)
    expect(answer.status()).toBe(address.startsWith('/politics?') ? 200 : 404)
  })
}

for (const address of ['/%zz', '/%00', '/politics/%0d%0aSet-Cookie:x', `/${'a'.repeat(3000)}`]) {
  test(`${address.slice(0, 30)} cannot be read`, async ({ request }) => {
    const answer = await request.get(address)
    expect(answer.status()).toBe(400)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  })
}

test('a page past the end leads to the first', async ({ request }) => {
  const answer = await request.get('/politics?page=999', stay)
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe('/politics')
})

test('what is no number of a page is the first', async ({ request }) => {
  const first = await (await request.get('/politics')).text()
  for (const page of ['1', '0', '-1', 'two', '1e3', '%27']) {
    expect(await (await request.get(`/politics?page=${page}`)).text(), page).toBe(first)
  }
})

test('a page takes no other verb', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await request.fetch('/politics', { method, headers: { 'next-action': 'x' } })
    expect(answer.status(), method).toBe(405)
    expect(answer.headers().allow).toBe('GET, HEAD')
  }
})
