import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import sharp from 'sharp'
import { mostRead } from '@/db/schema/reading'
import { Sqlite } from '@/db/sqlite.mjs'
import { BESIDE_THE_APPLICATION, type Secret, SURFACES, type Surface } from '@/lib/articles/leaks/public-surfaces'
import { launchFront, type Placement } from '@/lib/fronts/front-commands'
import { storeMedia } from '@/lib/media/media-commands'
import { MediaStore } from '@/lib/media/media-store'
import { renditionAddress } from '@/lib/media/rendition-address'
import { unsafeOperator } from '@/lib/people/viewer'
import { changed, write } from '@/lib/write'
import { expect, test } from '../fixtures'
import type { Newsroom } from '../newsroom'
import { isPersonal, routesOfTheApplication, tracesOf } from '../public-surfaces'
import type { RunningServer } from '../server'

const HOUR = 3_600_000
/** A day on which the paper has nothing else, so that an archive with it would have a page, a month and a year more. */
const LONELY_DAY = '2013-03-05'
const lonely = () => new Date(`${LONELY_DAY}T09:00:00Z`)

/** Each way of not being for readers, and how an article comes to be so. */
const WAYS: Record<string, (newsroom: Newsroom, id: number) => Promise<void>> = {
  draft: async () => {},
  scheduled: (newsroom, id) => newsroom.schedule(id, new Date(Date.now() + HOUR)),
  embargoed: async (newsroom, id) => {
    await newsroom.embargo(id, new Date(Date.now() + HOUR))
    await newsroom.publish(id, lonely())
  },
  unpublished: async (newsroom, id) => {
    await newsroom.publish(id, lonely())
    await newsroom.unpublish(id)
  },
}

const { fronts } = JSON.parse(readFileSync(new URL('../../db/seed/newsroom.json', import.meta.url), 'utf8')) as {
  fronts: { home: Placement[] }
}

test.afterEach(({ newsroom: _ }) => launchFront(unsafeOperator(), 'home', fronts.home))

type Answer = { status: number; headers: string; text: string }

test('every route has its place in the table of public surfaces', () => {
  const forEveryone = routesOfTheApplication().filter((route) => !isPersonal(route))
  expect(Object.keys(SURFACES).sort()).toEqual(expect.arrayContaining(forEveryone))
})

test('an article that is not for readers is on no public surface', async ({ request, newsroom, server }) => {
  widenIds(server)
  const nobody = await secretArticle(newsroom, server, 'unknown', { written: false })
  const unknown = new Map<string, Answer>()
  for (const [index, address] of own(nobody).entries()) unknown.set(String(index), await ask(request, address))
  const empty = new Map<string, Answer>()
  for (const address of around(nobody)) empty.set(address, await ask(request, address))

  for (const [way, hide] of Object.entries(WAYS)) {
    const secret = await secretArticle(newsroom, server, way)
    await hide(newsroom, secret.id)
    for (const address of around(secret)) expectNothing(await ask(request, address), secret, `${address} (${way})`)
    for (const [index, address] of own(secret).entries()) {
      const answer = await ask(request, address)
      expect(answer.status, `${address} (${way})`).toBe(unknown.get(String(index))?.status)
      expect(answer.status, `${address} (${way})`).toBeGreaterThanOrEqual(400)
      expect(without(answer.text, secret), `${address} (${way})`).toBe(
        without(unknown.get(String(index))?.text ?? '', nobody),
      )
    }
  }
  for (const [address, before] of empty) {
    // Its neighbours are public, and may fill a page more.
    if (address.includes('page=')) continue
    const now = await ask(request, address)
    expect(now.status, address).toBe(before.status)
  }
})

test('an article that was withdrawn leaves every surface on which it was', async ({ request, newsroom, server }) => {
  widenIds(server)
  const secret = await secretArticle(newsroom, server, 'killed')
  await newsroom.publish(secret.id)
  const shown = new Set<string>()
  for (const address of [...around(secret), ...own(secret)]) {
    const { status, text } = await ask(request, address)
    if (status === 200 && tracesOf(secret).some((trace) => text.includes(trace))) shown.add(address)
  }
  expect([...shown], 'the table looks where a published article is').toEqual(
    expect.arrayContaining([
      ...['/', '/latest', '/feed.xml', '/atom.xml', '/feed.json', '/news-sitemap.xml', '/sitemaps/articles-1.xml'],
      ...[`/${secret.section}`, `/tag/${secret.tag}`, `/author/${secret.author}`, secret.neighbour],
    ]),
  )
  expect((await ask(request, secret.picture)).status).toBe(200)

  await newsroom.kill(secret.id, 'It was a test of the printing press.')
  const notice = `/${secret.section}/${secret.slug}`
  for (const address of around(secret)) {
    // The record of what was withdrawn is kept in public, on the page and the feed that are for it.
    if (address.startsWith('/corrections')) continue
    expectNothing(await ask(request, address), secret, `${address} (killed)`)
  }
  for (const address of own(secret)) {
    const answer = await ask(request, address)
    expect(answer.status, `${address} (killed)`).toBeGreaterThanOrEqual(400)
    expect(answer.text, `${address} (killed)`).not.toContain(secret.bodyWord)
    if (address !== notice) expect(answer.text, `${address} (killed)`).not.toContain(secret.headline)
  }
  expect((await ask(request, notice)).status).toBe(410)
})

/** Everything the table says, for one article. */
function around(secret: Secret): string[] {
  return surfaces().flatMap((surface) => surface.around?.(secret) ?? [])
}

function own(secret: Secret): string[] {
  return surfaces().flatMap((surface) => [...(surface.about?.(secret) ?? []), ...(surface.own?.(secret) ?? [])])
}

function surfaces(): Surface[] {
  const routes = routesOfTheApplication()
  const inside = Object.entries(SURFACES).flatMap(([route, surface]) => (routes.includes(route) ? [surface] : []))
  const personal = routes.filter((route) => isPersonal(route) && !route.includes('*'))
  return [...inside, { around: () => personal }, BESIDE_THE_APPLICATION]
}

async function ask(request: APIRequestContext, address: string): Promise<Answer> {
  const response = await request.get(address, { maxRedirects: 0, headers: { cookie: '' } })
  return { status: response.status(), headers: JSON.stringify(response.headers()), text: await response.text() }
}

function expectNothing({ text, headers }: Answer, secret: Secret, where: string): void {
  for (const trace of tracesOf(secret)) {
    expect(text.includes(trace), `${where} gives away “${trace}”`).toBe(false)
    expect(headers.includes(trace), `the head of ${where} gives away “${trace}”`).toBe(false)
  }
}

/** An answer without what was asked for in it, so that two can be compared. */
function without(text: string, secret: Secret): string {
  const parts = [secret.slug, String(secret.id), secret.tag, secret.author, secret.picture, secret.headWord]
  return parts.reduce((left, part) => left.replaceAll(part, '…'), text)
}

/**
 * A whole article with everything by which one can be found: a topic, an author, a picture, a correction, a place on the
 * front and among the most read, and a public article that names it. It is written, and no more than that.
 */
async function secretArticle(
  newsroom: Newsroom,
  server: RunningServer,
  way: string,
  { written = true } = {},
): Promise<Secret> {
  const random = () => Math.random().toString(36).slice(2, 10).padEnd(8, 'q').replace(/\d/g, 'k')
  const [headWord, bodyWord, tag, author] = [random(), random(), random(), random()]
  const headline = `${headWord} is lit at last`
  const known = {
    site: server.url.replace('127.0.0.1', 'localhost'),
    headline,
    headWord,
    bodyWord,
    section: 'news',
    tag,
    author: `nobody-${author}`,
    day: LONELY_DAY,
    neighbour: '/climate/frost-free-november',
  }
  if (!written)
    return {
      ...known,
      slug: `${headWord}-is-lit-at-last`,
      id: 1_999_999_999,
      picture: `/media/999999/${headWord}-320.jpg`,
    }
  const media = await picture(server, `${way} ${headWord}`)
  const { id, slug } = await newsroom.writeArticle({
    headline,
    section: 'news',
    standfirst: `The keeper of ${bodyWord} speaks.`,
    bylines: [`Nobody ${author}`],
    tags: [tag, 'Weather', 'Sea level'],
    leadImage: { media: media.id, alt: `A lantern, ${bodyWord}`, caption: '', credit: '' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `It is ${bodyWord}.` }] }] },
  })
  await newsroom.correct(id, `It is not ${bodyWord}.`)
  const neighbour = await newsroom.publishArticle({ tags: ['Weather'], related: [slug] })
  await write(async (tx) => {
    await tx.insert(mostRead).values({ position: -id, articleId: id })
    changed('most-read')
  })
  await launchFront(unsafeOperator(), 'home', [
    { container: 'lead', article: slug, sublinks: [slug] },
    { container: 'news', article: neighbour.slug, sublinks: [slug] },
    { container: 'opinion', article: slug },
  ])
  return { ...known, id, slug, neighbour: neighbour.address, picture: renditionAddress(media, 320, 'jpg') }
}

async function picture(server: RunningServer, name: string): Promise<{ id: number; name: string }> {
  const background = { r: name.length * 3, g: Math.floor(Math.random() * 256), b: Math.floor(Math.random() * 256) }
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const store = new MediaStore(join(server.dataDir, 'media'))
  const id = await storeMedia(unsafeOperator(), store, { bytes, name: `${name}.jpg`, alt: name })
  return { id, name: name.replaceAll(' ', '-') }
}

/** The next articles get ids that no page holds by chance. */
function widenIds({ dataDir }: RunningServer): void {
  const database = new Sqlite(join(dataDir, 'portal.db'))
  const next = 730_000_000 + Math.floor(Math.random() * 100_000_000)
  database.prepare("update sqlite_sequence set seq = max(seq, ?) where name = 'articles'").run(next)
  database.close()
}
