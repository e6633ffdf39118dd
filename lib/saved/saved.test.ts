import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unsafeReadingConnection } from '@/db/client'
import { people } from '@/db/schema/people'
import { createArticle } from '../articles/article-commands'
import { embargo, publish, unpublish } from '../articles/publishing-commands'
import { releaseDue } from '../articles/release-commands'
import { listNotifications } from '../notifications/notification-queries'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { announceArrivals } from './announcement-duty'
import { follow, unfollow } from './follow-commands'
import { isFollowed, listFollowed } from './follow-queries'
import { removeSaved, saveArticle } from './saved-commands'
import { isSaved, listSaved } from './saved-queries'

const operator = unsafeOperator()
const HOUR = 3_600_000

let fresh: FreshDatabase
let remy: Viewer
let sam: Viewer

beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  remy = await person('Remy')
  sam = await person('Sam')
})

afterEach(async () => {
  vi.useRealTimers()
  await fresh.close()
})

async function person(name: string) {
  const email = `${name.toLowerCase()}@reader.example`
  const [row] = await write((tx) => tx.insert(people).values({ name, email, mailbox: email }).returning())
  return unsafeViewer({ id: row?.id as number, name, role: 'reader' })
}

let count = 0
const draft = async (more = {}) => {
  count += 1
  const whole = { section: 'world', language: 'en', headline: `Dam ${count} holds`, ...more }
  return (await createArticle(operator, whole)).id
}
const published = async (more = {}, at?: Date) => {
  const id = await draft(more)
  await publish(operator, id, { at })
  return id
}
const told = async (viewer = remy) => {
  await announceArrivals()
  return (await listNotifications(viewer, 1)).cards.map(({ words, headline }) => `${words}: ${headline}`)
}

describe('saved articles', () => {
  it('are listed for their owner, what was saved last first', async () => {
    const [one, two] = [await published(), await published()]
    for (const id of [one, two, one]) expect(await saveArticle(remy, id)).toBe(true)
    expect((await listSaved(remy, 1)).cards.map(({ id }) => id)).toEqual([two, one])
    expect([await isSaved(remy, one), await isSaved(sam, one)]).toEqual([true, false])
    expect((await listSaved(sam, 1)).total).toBe(0)
  })

  it('can be removed, again and again, and by nobody else', async () => {
    const id = await published()
    await saveArticle(remy, id)
    await removeSaved(sam, id)
    expect(await isSaved(remy, id)).toBe(true)
    for (const _ of [1, 2]) await removeSaved(remy, id)
    expect(await isSaved(remy, id)).toBe(false)
  })

  it('are what readers may read: a draft is not saved, and what is withdrawn is not listed', async () => {
    const hidden = await draft()
    expect([await saveArticle(remy, hidden), await saveArticle(remy, 9999)]).toEqual([false, false])
    const id = await published()
    await saveArticle(remy, id)
    await unpublish(operator, id)
    expect(await listSaved(remy, 1)).toMatchObject({ cards: [], total: 0 })
    await publish(operator, id)
    expect((await listSaved(remy, 1)).total).toBe(1)
  })
})

describe('followed topics', () => {
  it('are sections, authors and tags that there are', async () => {
    await published({ tags: ['Dams'], bylines: ['Ada Bell'] })
    const topics = [
      { kind: 'tag', slug: 'dams' },
      { kind: 'author', slug: 'ada-bell' },
      { kind: 'section', slug: 'world' },
    ] as const
    for (const topic of [...topics, ...topics]) expect(await follow(remy, topic)).toBe(true)
    expect(await follow(remy, { kind: 'tag', slug: 'nothing' })).toBe(false)
    expect((await listFollowed(remy)).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'section World',
      'author Ada Bell',
      'tag #Dams',
    ])
    for (const topic of topics) {
      expect([await isFollowed(remy, topic), await isFollowed(sam, topic)]).toEqual([true, false])
      await unfollow(sam, topic)
      await unfollow(remy, topic)
      expect(await isFollowed(remy, topic)).toBe(false)
    }
  })

  it('tell their followers of a new article, once, however many of its topics they follow', async () => {
    await published({ tags: ['Dams'], bylines: ['Ada Bell'] })
    await told()
    await follow(remy, { kind: 'section', slug: 'world' })
    await follow(remy, { kind: 'tag', slug: 'dams' })
    await follow(sam, { kind: 'author', slug: 'ada-bell' })
    expect(await told()).toEqual([])
    const id = await published({ headline: 'New', tags: ['Dams'] })
    expect(await told()).toEqual(['New in World: New'])
    expect(await told(sam)).toEqual([])
    await unpublish(operator, id)
    await publish(operator, id)
    expect(await told()).toHaveLength(1)
  })

  it('tell nothing of what nobody may read yet, and of it when its time comes', async () => {
    await follow(remy, { kind: 'section', slug: 'world' })
    const release = releaseDue()
    await draft()
    const id = await draft({ headline: 'Held back' })
    await embargo(operator, id, new Date(Date.now() + HOUR))
    await publish(operator, id)
    await release()
    expect(await told()).toEqual([])
    expect(unsafeReadingConnection().prepare('select count(*) from notifications').pluck().get()).toBe(0)
    vi.useFakeTimers({ now: Date.now() + 2 * HOUR, toFake: ['Date'] })
    await release()
    expect(await told()).toEqual(['New in World: Held back'])
  })

  it('tell nothing of an article that is gone before they could, or that is old', async () => {
    await follow(remy, { kind: 'section', slug: 'world' })
    await unpublish(operator, await published())
    await published({}, new Date(Date.now() - 72 * HOUR))
    expect(await told()).toEqual([])
  })

  it('tell everybody, however many they are', async () => {
    await published()
    await told()
    for (let index = 0; index < 450; index += 1)
      await follow(await person(`P${index}`), { kind: 'section', slug: 'world' })
    await published()
    await told()
    expect(unsafeReadingConnection().prepare('select count(*) from notifications').pluck().get()).toBe(450)
  })
})
