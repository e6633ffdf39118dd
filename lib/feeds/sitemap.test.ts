import { XMLParser } from 'fast-xml-parser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createArticle } from '../articles/article-commands'
import { embargo, kill, publish, schedule, unpublish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import { siteSchema } from '../site/site'
import { saveSection } from '../site/site-commands'
import { writeNewsSitemap, writeSitemap, writeSitemapIndex } from './sitemap'
import { getNewestNews, getSitemap, getSitemapNames } from './sitemap-queries'

const operator = unsafeOperator()
const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name) })
const HOUR = 3_600_000

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
})
afterEach(() => fresh.close())

const write = (headline: string, tag = 'Floods', language = 'en') =>
  createArticle(operator, { section: 'world', language, headline, tags: [tag], bylines: [`By ${tag}`] })

async function publishAgo(headline: string, hours = 1, language = 'en'): Promise<number> {
  const { id } = await write(headline, 'Floods', language)
  await publish(operator, id, { at: new Date(Date.now() - hours * HOUR) })
  return id
}

it('splits what is more than a sitemap may hold', async () => {
  for (const name of ['one', 'two', 'three', 'four', 'five']) await publishAgo(name)
  expect(await getSitemapNames(2)).toEqual([
    'pages-1.xml',
    ...['articles-1.xml', 'articles-2.xml', 'articles-3.xml'],
    'tags-1.xml',
    'authors-1.xml',
  ])
  const parts = await Promise.all(
    ['articles-1.xml', 'articles-2.xml', 'articles-3.xml'].map((name) => getSitemap(name, 2)),
  )
  expect(parts.map((part) => part?.map(({ path }) => path))).toEqual([
    ['/world/one', '/world/two'],
    ['/world/three', '/world/four'],
    ['/world/five'],
  ])
  for (const name of ['articles-4.xml', 'articles-0.xml', 'articles-01.xml', 'pages-2.xml', 'people-1.xml', 'x', '']) {
    expect(await getSitemap(name, 2), name).toBeNull()
  }
})

it('lists what is public, and no tag or author of what is not', async () => {
  await publishAgo('Shown')
  await write('Draft', 'Draft')
  await schedule(operator, (await write('Scheduled', 'Scheduled')).id, new Date(Date.now() + HOUR))
  for (const [headline, hide] of [
    ['Embargoed', (id: number) => embargo(operator, id, new Date(Date.now() + HOUR))],
    ['Killed', (id: number) => kill(operator, id, 'Gone.')],
    ['Unpublished', (id: number) => unpublish(operator, id)],
  ] as const) {
    const { id } = await write(headline, headline)
    await publish(operator, id)
    await hide(id)
  }
  const listed = await Promise.all((await getSitemapNames()).slice(1).map((name) => getSitemap(name)))
  expect(listed.flat().map((entry) => entry?.path)).toEqual(['/world/shown', '/tag/floods', '/author/by-floods'])
  expect((await getNewestNews()).map(({ headline }) => headline)).toEqual(['Shown'])
})

it('gives search engines of news the last two days, and says until when that holds', async () => {
  await publishAgo('Old', 49)
  await publishAgo('Of yesterday', 40)
  await publishAgo('Neu', 1, 'de')
  const scope = newRenderScope()
  const cards = await inRenderScope(scope, getNewestNews)
  expect(cards.map(({ headline }) => headline)).toEqual(['Neu', 'Of yesterday'])
  expect(Math.round((scope.expiresAt - Date.now()) / HOUR)).toBe(8)
  const { urlset } = parser.parse(
    writeNewsSitemap(cards, siteSchema.parse({ name: 'The <Record>' }), 'https://news.example'),
  )
  expect(urlset.url[0].loc).toBe('https://news.example/world/neu')
  expect(urlset.url[0]['news:news']['news:publication']).toEqual({ 'news:name': 'The <Record>', 'news:language': 'de' })
})

it.each([
  ['zh-Hans', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['pt-BR', 'pt'],
  ['no_language', 'no_language'],
])('names the language %s as the format wants it', async (language, named) => {
  await publishAgo('News')
  const cards = (await getNewestNews()).map((card) => ({ ...card, language }))
  expect(writeNewsSitemap(cards, siteSchema.parse({}), '')).toContain(`<news:language>${named}<`)
})

it('writes addresses in full and escaped', () => {
  const moment = new Date('2026-01-02T03:04:05Z')
  const { urlset } = parser.parse(
    writeSitemap([{ path: '/a?b=1&c=2', changedAt: moment }, { path: '/' }], 'https://n.example'),
  )
  expect(urlset.url).toEqual([
    { loc: 'https://n.example/a?b=1&c=2', lastmod: moment.toISOString() },
    { loc: 'https://n.example/' },
  ])
  const { sitemapindex } = parser.parse(writeSitemapIndex(['/sitemaps/pages-1.xml'], 'https://n.example'))
  expect(sitemapindex.sitemap).toEqual([{ loc: 'https://n.example/sitemaps/pages-1.xml' }])
})
