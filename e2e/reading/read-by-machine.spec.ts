import type { APIRequestContext } from '@playwright/test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from '../fixtures'

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
      expect(item['content:encoded']).toMatch(/<p>/)
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
      for (const name of ['id', 'url', 'title', 'content_html', 'date_published']) expect(item[name], name).toBeTruthy()
      if (item.image) expect((await request.get(own(item.image))).headers()['content-type']).toBe('image/jpeg')
    }
  })
}

test('there is no feed of what there is not', async ({ request }) => {
  for (const address of ['/nowhere/feed.xml', '/tag/nothing/atom.xml', '/author/nobody/feed.json']) {
    expect((await request.get(address)).status(), address).toBe(404)
  }
})
