import { readdirSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from '../fixtures'

/** The demo newsroom’s own articles. */
const DEMO = new Set(readdirSync(new URL('../../db/seed/articles', import.meta.url)))
const LISTS = ['', '/politics', '/tag/floods', '/author/priya-natarajan']

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['item', 'entry', 'url', 'sitemap', 'link', 'author'].includes(name),
})

async function readXml(request: APIRequestContext, address: string, type: string) {
  const answer = await request.get(address)
  expect(answer.status(), address).toBe(200)
  expect(answer.headers()['content-type'], address).toBe(`${type}; charset=utf-8`)
  const text = await answer.text()
  expect(XMLValidator.validate(text), address).toBe(true)
  return parser.parse(text)
}

/** Addresses below the origin that the server calls its own. */
const own = (address: string) => {
  expect(address).toMatch(/^http:\/\/localhost:\d+\//)
  return new URL(address).pathname
}

for (const list of LISTS) {
  test(`RSS of ${list || 'the site'}`, async ({ request }) => {
    const { rss } = await readXml(request, `${list}/feed.xml`, 'application/rss+xml')
    expect(rss['@_version']).toBe('2.0')
    const { channel } = rss
    for (const name of ['title', 'link', 'description', 'language']) expect(channel[name], name).toBeTruthy()
    expect(own(channel['atom:link'][0]?.['@_href'] ?? channel['atom:link']['@_href'])).toBe(`${list}/feed.xml`)
    expect(channel.item.length).toBeGreaterThan(0)
    for (const item of channel.item) {
      expect(new Date(item.pubDate).getTime()).toBeGreaterThan(0)
      expect(item.guid['@_isPermaLink']).toBe('false')
      // Other tests publish articles without a text beside these.
      const slug = own(item.link[0]).split('/').at(-1)
      if (DEMO.has(`${slug}.md`)) expect(item['content:encoded'], slug).toMatch(/<p>/)
      expect(item['content:encoded']).not.toMatch(/(?:src|href)="\//)
      expect((await request.get(own(item.link[0]))).status()).toBe(200)
    }
  })

  test(`Atom of ${list || 'the site'}`, async ({ request }) => {
    const { feed } = await readXml(request, `${list}/atom.xml`, 'application/atom+xml')
    expect(own(feed.id)).toBe(`${list}/atom.xml`)
    expect(feed.title).toBeTruthy()
    expect(feed.updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(feed.author[0].name).toBeTruthy()
    expect(own(feed.link.find((link: Record<string, string>) => link['@_rel'] === 'self')['@_href'])).toBe(
      feed.id && `${list}/atom.xml`,
    )
    const ids = new Set(feed.entry.map((entry: { id: string }) => entry.id))
    expect(ids.size).toBe(feed.entry.length)
    for (const entry of feed.entry) {
      for (const name of ['id', 'title', 'updated', 'published', 'content']) expect(entry[name], name).toBeTruthy()
      expect(entry.content['@_type']).toBe('html')
      expect(entry.link[0]['@_rel']).toBe('alternate')
    }
  })

  test(`JSON Feed of ${list || 'the site'}`, async ({ request }) => {
    const answer = await request.get(`${list}/feed.json`)
    expect(answer.headers()['content-type']).toBe('application/feed+json; charset=utf-8')
    const feed = await answer.json()
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    expect(own(feed.feed_url)).toBe(`${list}/feed.json`)
    for (const item of feed.items) {
      for (const name of ['id', 'url', 'title', 'date_published']) expect(item[name], name).toBeTruthy()
      const slug = own(item.url).split('/').at(-1)
      if (DEMO.has(`${slug}.md`)) expect(item.content_html, slug).toMatch(/<p>/)
      else expect(typeof item.content_html, slug).toBe('string')
      if (item.image) expect((await request.get(own(item.image))).headers()['content-type']).toBe('image/jpeg')
    }
  })
}

test('there is no feed of what there is not', async ({ request }) => {
  for (const address of ['/nowhere/feed.xml', '/tag/nothing/atom.xml', '/author/nobody/feed.json']) {
    expect((await request.get(address)).status(), address).toBe(404)
  }
})

test('the sitemaps list every article, and nothing that is not there', async ({ request }) => {
  const { sitemapindex } = await readXml(request, '/sitemap.xml', 'application/xml')
  const listed: string[] = []
  for (const { loc } of sitemapindex.sitemap) {
    const { urlset } = await readXml(request, own(loc), 'application/xml')
    listed.push(...urlset.url.map((url: { loc: string }) => own(url.loc)))
  }
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed).toEqual(
    expect.arrayContaining(['/', '/latest', '/politics', '/politics/flood-risk-papers', '/tag/floods']),
  )
  for (const address of listed) expect((await request.head(address)).status(), address).toBe(200)
  expect((await request.get('/sitemaps/articles-2.xml')).status()).toBe(404)
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toMatch(/^Sitemap: http:\/\/localhost:\d+\/sitemap\.xml$/m)
})

test('the news sitemap follows what is published', async ({ request, newsroom }) => {
  const article = await newsroom.publishArticle({ headline: 'Owls & others return' })
  const { urlset } = await readXml(request, '/news-sitemap.xml', 'application/xml')
  const entry = urlset.url.find((url: { loc: string }) => own(url.loc) === article.address)
  expect(entry['news:news']['news:title']).toBe('Owls & others return')
  expect(entry['news:news']['news:publication']['news:language']).toBe('en')
  await newsroom.unpublish(article.id)
  const after = await (await request.get('/news-sitemap.xml')).text()
  expect(after).not.toContain(article.address)
})

/** The structured data of a page, by type. */
async function readData(request: APIRequestContext, address: string) {
  const html = await (await request.get(address)).text()
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  const data = JSON.parse(json ?? 'null')
  expect(data['@context']).toBe('https://schema.org')
  return { html, data: Object.fromEntries(data['@graph'].map((one: Record<string, string>) => [one['@type'], one])) }
}

test('pages say what they are', async ({ request }) => {
  const { data: site } = await readData(request, '/')
  expect(site.WebSite.potentialAction.target.urlTemplate).toContain('/search?q={search_term_string}')
  const { data: section } = await readData(request, '/politics')
  expect(own(section.BreadcrumbList.itemListElement[1].item)).toBe('/politics')
  const { data: author } = await readData(request, '/author/priya-natarajan')
  expect(author.ProfilePage.mainEntity.name).toBe('Priya Natarajan')
})

test('every article says what it is, where its feeds are, and how it looks when it is shared', async ({ request }) => {
  const { urlset } = await readXml(request, '/sitemaps/articles-1.xml', 'application/xml')
  for (const { loc } of urlset.url) {
    const address = own(loc)
    const { html, data } = await readData(request, address)
    expect(own(data.NewsArticle.url), address).toBe(address)
    for (const name of ['headline', 'datePublished', 'dateModified', 'publisher', 'articleSection', 'inLanguage']) {
      expect(data.NewsArticle[name], `${address} ${name}`).toBeTruthy()
    }
    const { words } = await (await request.get(`/api/v1/articles/${address.split('/')[2]}`)).json()
    // An article may be pictures alone, which have no words to count.
    expect(data.NewsArticle.wordCount, address).toBe(words || undefined)
    expect(data.BreadcrumbList.itemListElement).toHaveLength(3)
    expect(html).toContain(`<link rel="canonical" href="${loc}"/>`)
    for (const type of ['application/rss+xml', 'application/atom+xml', 'application/feed+json']) {
      expect(html, address).toContain(`type="${type}"`)
    }
    expect(html, address).toMatch(/<meta property="og:image" content="http:/)
    const twin = await request.get(`${address}.md`)
    expect(twin.headers()['content-type'], address).toBe('text/markdown; charset=utf-8')
    expect(twin.headers().link).toBe(`<${loc}>; rel="canonical"`)
    const embedded = await request.get(`/oembed?url=${encodeURIComponent(loc)}`)
    expect((await embedded.json()).title, address).toBe(data.NewsArticle.headline)
  }
})

test('other sites get a card of an article, in two formats and no third', async ({ request, server }) => {
  const { urlset } = await readXml(request, '/sitemaps/articles-1.xml', 'application/xml')
  const embed = `/oembed?url=${encodeURIComponent(urlset.url[0].loc)}`
  const { oembed } = await readXml(request, `${embed}&format=xml`, 'text/xml')
  expect(oembed.type).toBe('link')
  expect((await request.get(`${embed}&format=yaml`)).status()).toBe(501)
  for (const address of ['https://elsewhere.example/politics/flood-risk-papers', `${server.url}/politics/none`, 'x']) {
    expect((await request.get(`/oembed?url=${encodeURIComponent(address)}`)).status(), address).toBe(404)
  }
})

const MACHINE_SURFACES = [
  ...['/feed.xml', '/atom.xml', '/feed.json', '/news/feed.xml', '/news/atom.xml', '/news/feed.json'],
  ...['/tag/canaries/feed.xml', '/author/nobody-heard/atom.xml'],
  ...['/sitemaps/articles-1.xml', '/sitemaps/tags-1.xml', '/sitemaps/authors-1.xml', '/news-sitemap.xml', '/llms.txt'],
]

test('a hidden article is nowhere, and a withdrawn one says so', async ({ request, newsroom }) => {
  const canary = () => newsroom.writeArticle({ tags: ['Canaries'], bylines: ['Nobody Heard'] })
  const [draft, scheduled, embargoed, killed] = [await canary(), await canary(), await canary(), await canary()]
  const later = new Date(Date.now() + 3_600_000)
  await newsroom.schedule(scheduled.id, later)
  await newsroom.embargo(embargoed.id, later)
  for (const { id } of [embargoed, killed]) await newsroom.publish(id)
  expect(await (await request.get('/feed.xml')).text()).toContain(killed.headline)
  await newsroom.kill(killed.id, 'It was not so.')
  for (const surface of MACHINE_SURFACES) {
    const text = await (await request.get(surface)).text()
    for (const { slug } of [draft, scheduled, embargoed, killed]) expect(text, surface).not.toContain(slug)
    if (surface.startsWith('/sitemaps')) expect(text, surface).not.toMatch(/canaries|nobody-heard/)
  }
  for (const { address } of [draft, scheduled, embargoed])
    expect((await request.get(`${address}.md`)).status()).toBe(404)
  expect((await request.get(`${killed.address}.md`)).status()).toBe(410)
  expect((await request.get('/markdown/politics/flood-risk-papers.md')).status()).toBe(404)
})

test('a hostile headline ends no script', async ({ page, newsroom }) => {
  const headline = '</script><script>document.title = "taken"</script> & <!-- what'
  const { address } = await newsroom.publishArticle({ headline })
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  expect(await page.title()).toContain('</script>')
  const data = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(data ?? '')['@graph'][0].headline).toBe(headline)
})

test('a device can keep the paper', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json()
  expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toEqual([undefined, undefined, 'maskable'])
  for (const { src, type } of manifest.icons) expect((await request.get(src)).headers()['content-type']).toBe(type)
  expect(await (await request.get('/')).text()).toContain('rel="manifest" href="/manifest.webmanifest"')
})
