import type { APIRequestContext } from '@playwright/test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from '../fixtures'

const HOUR = 3_600_000
const API = '/api/v1'

type Summary = { id: number; slug: string; headline: string; publishedAt: string; language: string; api: string }
type Listed = { next: { cursor: string; address: string } | null } & Record<string, { slug: string; handle: string }[]>

/** Fetches an answer and holds it against what the description says of it. */
async function ask(request: APIRequestContext, path: string, status = 200) {
  const answer = await request.get(`${API}${path}`, { maxRedirects: 0 })
  expect(answer.status(), path).toBe(status)
  expect(answer.headers()['access-control-allow-origin'], path).toBe('*')
  const type = status === 200 ? 'application/json' : 'application/problem+json'
  expect(answer.headers()['content-type'], path).toBe(type)
  const value = await answer.json()
  const validate = await validatorOf(request, path.split('?', 1)[0] as string, status, type)
  validate(value)
  expect(validate.errors ?? [], path).toEqual([])
  return value
}

const validators = new Map<string, ValidateFunction>()

/** What the description says of an address: of one that it does not name, that a problem is answered. */
async function validatorOf(request: APIRequestContext, path: string, status: number, type: string) {
  const template = /^\/articles\/[^/]+$/.test(path) ? '/articles/{slug}' : path
  const key = `${template} ${status}`
  const known = validators.get(key)
  if (known) return known
  const description = await (await request.get(`${API}/openapi.json`)).json()
  const operation = description.paths[template]?.get
  const schema = operation ? operation.responses[status].content[type].schema : { $ref: '#/components/schemas/Problem' }
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
  const made = ajv.addSchema(description, 'openapi').compile({ $ref: `openapi${schema.$ref}` })
  validators.set(key, made)
  return made
}

/** Everything of a list, read to its end, a few at a time. */
async function readAll<Item>(request: APIRequestContext, list: string, query = '', limit = 7): Promise<Item[]> {
  const items: Item[] = []
  let address: string | null = `${API}/${list}?limit=${limit}${query && `&${query}`}`
  while (address) {
    const page: Listed = await ask(request, address.slice(address.indexOf(API) + API.length))
    expect((page[list] as unknown[]).length).toBeLessThanOrEqual(limit)
    items.push(...(page[list] as Item[]))
    address = page.next?.address ?? null
  }
  return items
}

const readArticles = (request: APIRequestContext, query = '', limit = 7) =>
  readAll<Summary>(request, 'articles', query, limit)

test('paging through everything gives each public article exactly once, newest first', async ({ request }) => {
  const all = await readArticles(request)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const moments = all.map(({ publishedAt }) => publishedAt)
  expect(moments).toEqual([...moments].sort().reverse())
  const sections: { articles: number }[] = (await ask(request, '/sections')).sections
  expect(all.length).toBe(sections.reduce((sum, { articles }) => sum + articles, 0))
  expect((await readArticles(request, '', 100)).map(({ id }) => id)).toEqual(all.map(({ id }) => id))
})

test('a place in a list holds while articles arrive and go', async ({ request, newsroom }) => {
  const before = await readArticles(request)
  const first = await ask(request, '/articles?limit=5')
  await newsroom.publishArticle()
  const last = first.articles.at(-1) as Summary
  await newsroom.unpublish(last.id)
  const rest = await ask(request, `/articles?limit=5&cursor=${first.next.cursor}`)
  expect(rest.articles.map(({ id }: Summary) => id)).toEqual(before.slice(5, 10).map(({ id }) => id))
  await newsroom.publish(last.id)
})

test('an article is there whole, with its pictures and what was put right', async ({ request, newsroom }) => {
  const { api } = (await ask(request, '/articles?section=business&limit=100')).articles.find(
    ({ slug }: Summary) => slug === 'fish-market-prices',
  )
  const article = await ask(request, new URL(api).pathname.slice(API.length))
  expect(article.body.type).toBe('doc')
  expect(article.text.length).toBeGreaterThan(200)
  expect(article.address).toMatch(/^http:\/\/localhost:\d+\/business\/fish-market-prices$/)
  const rendition = article.image.renditions.find(({ format }: { format: string }) => format === 'webp')
  const picture = await request.get(new URL(rendition.address).pathname)
  expect(picture.headers()['content-type']).toBe('image/webp')
  await newsroom.correct(article.id, 'A price was given in the wrong unit.')
  expect((await ask(request, '/articles/fish-market-prices')).corrections).toMatchObject([
    { kind: 'correction', text: 'A price was given in the wrong unit.' },
  ])
})

test('every article answers as it is described', async ({ request }) => {
  for (const { slug } of await readArticles(request, '', 100)) await ask(request, `/articles/${slug}`)
})

test('filters restrict, each by itself and together', async ({ request, newsroom }) => {
  const one = { tags: ['Api tag'], bylines: ['Ines Interface'], section: 'sport' }
  const german = await newsroom.publishArticle({ ...one, language: 'de-AT' }, new Date('2019-05-01T12:00:00Z'))
  const english = await newsroom.publishArticle({ ...one, section: 'world' }, new Date('2019-05-02T00:00:00Z'))
  const found = async (query: string) => (await readArticles(request, query)).map(({ id }) => id)
  expect(await found('tag=api-tag')).toEqual([english.id, german.id])
  expect(await found('author=ines-interface')).toEqual([english.id, german.id])
  expect(await found('author=ines-interface&section=sport')).toEqual([german.id])
  expect(await found('tag=api-tag&language=de')).toEqual([german.id])
  expect(await found('tag=api-tag&language=DE-at')).toEqual([german.id])
  expect(await found('tag=api-tag&language=dea')).toEqual([])
  expect(await found('since=2019-05-02&until=2019-05-03')).toEqual([english.id])
  expect(await found('since=2019-05-01T14:00:00%2B02:00&until=2019-05-02')).toEqual([german.id])
  expect(await found('section=no-such-section')).toEqual([])
  expect(await found('tag=api-tag&utm_source=x')).toEqual([english.id, german.id])
})

type FoundSummary = Summary & { marked: { headline: { text: string; match: boolean }[] } }

test('a search finds what the paper’s own does, page after page, each article once', async ({ request, newsroom }) => {
  const word = `zwieback${Math.random().toString(36).slice(2, 8).replace(/\d/g, 'z')}`
  const made: number[] = []
  for (const nth of ['one', 'two', 'three', 'four', 'five']) {
    made.push((await newsroom.publishArticle({ headline: `Zephyr ${word} ${nth}`, section: 'sport' })).id)
  }
  const first = await ask(request, `/search?q=${word}&limit=2`)
  expect(first).toMatchObject({ query: word, total: 5, correction: null })
  const [best] = first.articles as FoundSummary[]
  expect(best?.marked.headline).toContainEqual({ text: word, match: true })
  expect(best?.marked.headline.map(({ text }) => text).join('')).toBe(best?.headline)
  // What is published while somebody pages through neither repeats nor hides any.
  await newsroom.publishArticle({ headline: `Zephyr ${word} six` })
  const found = [...first.articles]
  for (let { next } = first; next; ) {
    const page = await ask(request, next.address.slice(next.address.indexOf(API) + API.length))
    found.push(...page.articles)
    next = page.next
  }
  expect(found.map(({ id }) => id).sort()).toEqual(made.sort())
  expect((await ask(request, `/search?q=${word}&section=sport`)).total).toBe(5)
  expect((await ask(request, `/search?q=${word}&section=news&sort=newest`)).total).toBe(1)
  expect((await ask(request, `/search?q=${word}&to=2001-01-01`)).total).toBe(0)
})

test('a mistyped search says what it looked for', async ({ request }) => {
  const { correction, articles } = await ask(request, '/search?q=flod%20risk%20papers')
  expect(correction).toMatchObject({ words: expect.stringMatching(/\bflood\b.* risk papers/), instead: true })
  expect(articles[0].slug).toBe('flood-risk-papers')
  expect((await ask(request, `/search?q=${encodeURIComponent(correction.exactly)}`)).total).toBe(0)
})

test('whatever is typed is a search', async ({ request }) => {
  for (const q of ['', '"', 'NEAR(a b', '*', "' or 1=1 --", 'x'.repeat(10_000), '洪'.repeat(3_000), '\u0000\ud800']) {
    await ask(request, `/search?${new URLSearchParams({ q })}`)
  }
  await ask(request, '/search')
})

for (const [query, parameter] of [
  ['limit=0', 'limit'],
  ['from=yesterday', 'from'],
  ['sort=oldest', 'sort'],
  ['cursor=MTIuMw', 'cursor'],
]) {
  test(`a search with ${query} is refused, and it is said why`, async ({ request }) => {
    expect(await ask(request, `/search?q=rain&${query}`, 400)).toMatchObject({ status: 400, parameter })
  })
}

for (const [query, parameter, value] of [
  ['limit=0', 'limit', '0'],
  ['limit=101', 'limit', '101'],
  ['since=yesterday', 'since', 'yesterday'],
  ['language=%27%22', 'language', '\'"'],
  ['cursor=bm9uc2Vuc2U', 'cursor', 'bm9uc2Vuc2U'],
] as const) {
  test(`${query} is refused, and it is said why`, async ({ request }) => {
    const problem = await ask(request, `/articles?${query}`, 400)
    expect(problem).toMatchObject({ status: 400, parameter, value })
    expect(problem.expected).toBeTruthy()
  })
}

test('tags and authors are listed to the end, each once', async ({ request }) => {
  const tags = await readAll<{ slug: string; articles: number }>(request, 'tags')
  expect(new Set(tags.map(({ slug }) => slug)).size).toBe(tags.length)
  const floods = tags.find(({ slug }) => slug === 'floods')
  expect(floods?.articles).toBe((await readArticles(request, 'tag=floods')).length)
  const authors = await readAll<{ handle: string; articles: number }>(request, 'authors', '', 3)
  expect(new Set(authors.map(({ handle }) => handle)).size).toBe(authors.length)
  const priya = authors.find(({ handle }) => handle === 'priya-natarajan')
  expect(priya?.articles).toBe((await readArticles(request, 'author=priya-natarajan')).length)
  await ask(request, '/tags?limit=x', 400)
  await ask(request, '/authors?cursor=x', 400)
})

test('what is hidden is nowhere, nor is what only it names', async ({ request, newsroom }) => {
  const draft = () => ({
    tags: ['Hidden canary'],
    bylines: ['Hidden Canary'],
    headline: `Hidden canary ${Math.random()}`,
  })
  const drafted = await newsroom.writeArticle(draft())
  const scheduled = await newsroom.writeArticle(draft())
  await newsroom.schedule(scheduled.id, new Date(Date.now() + HOUR))
  const embargoed = await newsroom.writeArticle(draft())
  await newsroom.embargo(embargoed.id, new Date(Date.now() + HOUR))
  await newsroom.publish(embargoed.id)
  const unpublished = await newsroom.publishArticle(draft())
  await newsroom.unpublish(unpublished.id)
  const killed = await newsroom.publishArticle(draft())
  await newsroom.kill(killed.id, 'It was not true.')
  for (const list of ['articles', 'tags', 'authors']) {
    expect(JSON.stringify(await readAll(request, list))).not.toMatch(/hidden.canary/i)
  }
  expect(await readArticles(request, 'tag=hidden-canary')).toEqual([])
  const unknown = await ask(request, '/articles/no-such-article', 404)
  expect((await ask(request, '/search?q=hidden+canary')).total).toBe(0)
  for (const { slug } of [drafted, scheduled, embargoed, unpublished]) {
    expect(await ask(request, `/articles/${slug}`, 404)).toEqual(unknown)
  }
  const gone = await ask(request, `/articles/${killed.slug}`, 410)
  expect(gone).toMatchObject({ status: 410, detail: 'It was not true.' })
})

test('a change is in the next answer', async ({ request, newsroom }) => {
  const draft = { section: 'news', language: 'en', headline: `Api change ${Date.now()}` }
  const lists = ['/articles', '/articles?section=news', '/articles?language=en', '/articles?limit=2']
  for (const list of lists) await ask(request, list)
  const article = await newsroom.publishArticle({ ...draft, tags: ['Once'], bylines: ['Olga Once'] })
  for (const list of lists) expect((await ask(request, list)).articles[0].headline, list).toBe(draft.headline)
  await ask(request, '/articles?language=fr-CA')
  expect(JSON.stringify(await readAll(request, 'tags'))).toContain('"once"')
  expect(JSON.stringify(await readAll(request, 'authors'))).toContain('olga-once')

  await newsroom.rewrite(article.id, { ...draft, language: 'fr-CA', slug: `${article.slug}-moved`, tags: ['Twice'] })
  expect((await ask(request, '/articles?language=fr-CA')).articles[0].id).toBe(article.id)
  expect((await ask(request, '/articles?language=en')).articles[0].id).not.toBe(article.id)
  const tags = JSON.stringify(await readAll(request, 'tags'))
  expect(tags).toContain('"twice"')
  expect(tags).not.toContain('"once"')
  expect(JSON.stringify(await readAll(request, 'authors'))).not.toContain('olga-once')
  const moved = await request.get(`${API}/articles/${article.slug}`, { maxRedirects: 0 })
  expect(moved.status()).toBe(308)
  expect(new URL(moved.headers().location as string).pathname).toBe(`${API}/articles/${article.slug}-moved`)
  await newsroom.unpublish(article.id)
  await ask(request, `/articles/${article.slug}-moved`, 404)
})

test('whoever has the answer gets no second copy', async ({ request }) => {
  for (const path of [
    '/articles?limit=3',
    '/sections',
    '/tags',
    '/authors',
    '/openapi.json',
    '/search?q=flood',
    '/articles/dam-timeline',
  ]) {
    const first = await request.get(API + path)
    const again = await request.get(API + path, { headers: { 'if-none-match': first.headers().etag as string } })
    expect(again.status(), path).toBe(304)
    expect((await again.body()).length).toBe(0)
    expect(again.headers()['access-control-allow-origin']).toBe('*')
  }
})

test('nothing else is here, and nothing can be sent', async ({ request }) => {
  for (const path of ['/unknown', '', '/articles/a/b']) await ask(request, path, 404)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const answer = await request.fetch(`${API}/articles`, { method })
    expect(answer.status(), method).toBe(405)
    expect(answer.headers().allow).toBe('GET, HEAD')
    expect(answer.headers()['content-type']).toBe('application/problem+json')
  }
  expect(
    (await request.get('/api/v1/articles?cookie', { headers: { cookie: 'session=x' } })).headers()['set-cookie'],
  ).toBeUndefined()
})

test('the description is one of OpenAPI 3.1, and everything that it refers to is there', async ({ request }) => {
  const description = await (await request.get(`${API}/openapi.json`)).json()
  expect(description.openapi).toMatch(/^3\.1\.\d$/)
  const references = new Set(
    [...JSON.stringify(description).matchAll(/"\$ref":"(#[^"]+)"/g)].map(([, target]) => target),
  )
  for (const reference of references) {
    const [, ...parts] = (reference as string).split('/')
    expect(
      parts.reduce((part, name) => part?.[name], description),
      reference,
    ).toBeTruthy()
  }
  const ids = Object.values(description.paths).map((path) => (path as { get: { operationId: string } }).get.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})
