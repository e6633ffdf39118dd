import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Block } from '../articles/article-body'
import { createArticle } from '../articles/article-commands'
import type { ArticleDraft } from '../articles/article-input'
import { correct, embargo, kill, publish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import { saveSection } from '../site/site-commands'
import { writeAtom } from './atom'
import type { Feed } from './feed'
import { getFeed } from './feed-queries'
import { writeJsonFeed } from './json-feed'
import { writeRss } from './rss'

const HOSTILE = 'Storm ]]> & <b>“x”</b> \u0007 مرحبا'
const READABLE = 'Storm ]]> & <b>“x”</b>  مرحبا'

const operator = unsafeOperator()
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['item', 'entry', 'category'].includes(name),
})

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World & more' })
})
afterEach(() => fresh.close())

async function publishArticle(draft: Partial<ArticleDraft> = {}): Promise<number> {
  const { id } = await createArticle(operator, { section: 'world', language: 'en', headline: 'Rain', ...draft })
  await publish(operator, id, { at: new Date('2026-01-02T03:04:05Z') })
  return id
}

const paragraph = (text: string, href?: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(href && { marks: [{ type: 'link', attrs: { href } }] }) }],
})

const siteFeed = async () => (await getFeed({ is: 'site' })) as Feed

function parse(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true)
  return parser.parse(xml)
}

describe('hostile text', () => {
  beforeEach(() =>
    publishArticle({
      headline: HOSTILE,
      standfirst: HOSTILE,
      bylines: [HOSTILE],
      tags: [HOSTILE],
      body: { type: 'doc', content: [paragraph(HOSTILE)] },
    }),
  )

  it('is text in RSS', async () => {
    const [item] = parse(writeRss(await siteFeed())).rss.channel.item
    expect([item.title, item.description, item['dc:creator']]).toEqual([READABLE, READABLE, READABLE])
    expect(item['content:encoded']).toContain('<p>Storm ]]&gt; &amp; &lt;b&gt;')
  })

  it('is text in Atom', async () => {
    const [entry] = parse(writeAtom(await siteFeed())).feed.entry
    expect([entry.title, entry.summary, entry.author.name]).toEqual([READABLE, READABLE, READABLE])
    expect(entry.category[1]['@_label']).toBe(READABLE)
  })

  it('is text in JSON Feed', async () => {
    const [item] = JSON.parse(writeJsonFeed(await siteFeed())).items
    expect([item.title, item.summary, item.authors[0].name, item.tags]).toEqual([
      READABLE,
      READABLE,
      READABLE,
      ['World & more', READABLE],
    ])
    expect(item.content_html).not.toContain('<b>')
  })
})

it('gives the whole text, with addresses that hold anywhere', async () => {
  const item: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('One')] }] }
  const head = { type: 'tableHeader' as const, attrs: { colspan: 2, rowspan: 1, align: null }, content: [] }
  await publishArticle({
    body: {
      type: 'doc',
      content: [
        paragraph('here', '/world/other'),
        paragraph('below', '#end'),
        paragraph('there', 'https://elsewhere.example/?a=1&b=2'),
        item,
        { type: 'table', content: [{ type: 'tableRow', content: [{ ...head, content: [{ type: 'paragraph' }] }] }] },
        { type: 'horizontalRule' },
      ],
    },
  })
  const feed = await siteFeed()
  const html = JSON.parse(writeJsonFeed(feed)).items[0].content_html
  expect(html).toContain(`<a href="${feed.siteUrl}/world/other">here</a>`)
  expect(html).toContain(`<a href="${feed.siteUrl}/world/rain#end">below</a>`)
  expect(html).toContain('<a href="https://elsewhere.example/?a=1&amp;b=2">there</a>')
  expect(html).toContain('<ul><li><p>One</p></li></ul>')
  expect(html).toContain('<th colspan="2"></th>')
  expect(html).toContain('<hr/>')
})

it('holds what is public and nothing else', async () => {
  await publishArticle({ headline: 'Shown' })
  await createArticle(operator, { section: 'world', language: 'en', headline: 'A draft' })
  await kill(operator, await publishArticle({ headline: 'Killed' }), 'Gone.')
  await embargo(operator, await publishArticle({ headline: 'Embargoed' }), new Date(Date.now() + 86_400_000))
  expect((await siteFeed()).articles.map(({ headline }) => headline)).toEqual(['Shown'])
})

it('says when anything changed, corrections included', async () => {
  const id = await publishArticle()
  const at = new Date('2026-03-01T00:00:00Z')
  await correct(operator, id, { kind: 'correction', text: 'It was snow.', at })
  const { feed } = parse(writeAtom(await siteFeed()))
  expect(feed.updated).toBe(at.toISOString())
  expect(feed.entry[0].published).toBe('2026-01-02T03:04:05.000Z')
  expect(feed.entry[0].updated).toBe(at.toISOString())
  expect(feed.entry[0].content['#text']).toContain('<strong>Correction:</strong> It was snow.')
})

it('is of a section, a tag or an author; of nothing where there is none', async () => {
  const id = await publishArticle({ tags: ['Floods'], bylines: ['Wren Hale'] })
  await publishArticle({ headline: 'Other' })
  const scope = newRenderScope()
  const tagged = await inRenderScope(scope, () => getFeed({ is: 'tag', name: 'floods' }))
  expect(tagged).toMatchObject({ title: '#Floods | Broadsheet', path: '/tag/floods' })
  expect(tagged?.articles.map((article) => article.id)).toEqual([id])
  expect([...scope.reads]).toEqual(expect.arrayContaining(['site', 'tag:floods', `article:${id}`]))
  expect((await getFeed({ is: 'author', name: 'wren-hale' }))?.articles).toHaveLength(1)
  expect((await getFeed({ is: 'section', name: 'world' }))?.articles).toHaveLength(2)
  for (const is of ['section', 'tag', 'author'] as const) expect(await getFeed({ is, name: 'none' })).toBeNull()
})

it('is a feed when it is empty', async () => {
  const feed = (await getFeed({ is: 'section', name: 'world' })) as Feed
  expect(parse(writeAtom(feed)).feed.updated).toBe('1970-01-01T00:00:00.000Z')
  expect(parse(writeRss(feed)).rss.channel.title).toBe('World & more | Broadsheet')
  expect(JSON.parse(writeJsonFeed(feed)).items).toEqual([])
})

it('names the hub that tells of changes, in every format', async () => {
  const hub = 'https://hub.example/?a=1&b=2'
  const feed = { ...(await siteFeed()), hub }
  const links = [parse(writeRss(feed)).rss.channel['atom:link'], parse(writeAtom(feed)).feed.link]
  for (const link of links) expect(link).toContainEqual(expect.objectContaining({ '@_rel': 'hub', '@_href': hub }))
  expect(JSON.parse(writeJsonFeed(feed)).hubs).toEqual([{ type: 'WebSub', url: hub }])
  for (const text of [writeRss, writeAtom, writeJsonFeed].map((write) => write({ ...feed, hub: null }))) {
    expect(text).not.toContain('hub')
  }
})
