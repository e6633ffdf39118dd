import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { sessions } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import type { CommentState } from '../comments/comment'
import { addPerson, publishArticle } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { PersonRefused } from '../people/person-refused'
import { banPerson } from '../people/standing-commands'
import { Refused, unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { warnPerson } from './person-commands'
import { findCause, getPersonRecord, listPersonComments } from './person-record'
import { startShadowHold } from './shadow-hold-commands'

let fresh: FreshDatabase
let articleId: number
let mo: Viewer
let remy: Viewer

beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  mo = await addPerson('Mo', 'moderator')
  remy = await addPerson('Remy', 'commenter')
})
afterEach(() => fresh.close())

const idOf = ({ personId }: Viewer) => personId as number

async function put(state: CommentState, body = 'x') {
  await write(async (tx) => {
    await tx.insert(comments).values({ articleId, personId: remy.personId, signature: 'Remy', body, state })
  })
}

async function signedInFrom(person: Viewer, network: string, at = new Date()) {
  const id = `${idOf(person)}-${network}-${at.getTime()}`
  const row = { id, secretHash: id, personId: idOf(person), network, lastSeenAt: at, expiresAt: at }
  await write(async (tx) => {
    await tx.insert(sessions).values(row)
  })
}

const limitedTo = (ids: number[]) => unsafeViewer({ id: idOf(mo), name: 'Mo', role: 'moderator', sections: ids })

describe('somebody’s record', () => {
  it('has what they said by state, a page at a time, within the sections of the viewer', async () => {
    for (let index = 0; index < 21; index += 1) await put('approved', `Number ${index}`)
    await put('spam')
    const record = await getPersonRecord(mo, idOf(remy))
    expect(record?.states).toEqual({ approved: 21, pending: 0, rejected: 0, spam: 1 })
    const all = await listPersonComments(mo, idOf(remy), { state: null, page: 2 })
    expect(all).toMatchObject({ total: 22, pages: 2 })
    expect(all.cards).toHaveLength(2)
    expect(await listPersonComments(mo, idOf(remy), { state: 'spam', page: 1 })).toMatchObject({ total: 1 })

    const [section] = await database().select().from(sections).where(eq(sections.slug, 'news'))
    const sectionId = (section as { id: number }).id
    expect(await listPersonComments(limitedTo([sectionId]), idOf(remy), { state: null, page: 1 })).toMatchObject({
      total: 22,
    })
    for (const viewer of [limitedTo([sectionId + 1]), limitedTo([])]) {
      expect(await listPersonComments(viewer, idOf(remy), { state: null, page: 1 })).toMatchObject({ total: 0 })
      expect((await getPersonRecord(viewer, idOf(remy)))?.states.approved).toBe(0)
    }
  })

  it('names who shares a network lately, and shows neither network nor mailbox', async () => {
    const [twin, old, nowhere] = [await addPerson('Twin'), await addPerson('Old'), await addPerson('Nowhere')]
    await signedInFrom(remy, 'hash-of-a-network')
    await signedInFrom(remy, '')
    await signedInFrom(twin, 'hash-of-a-network')
    await signedInFrom(twin, 'hash-of-a-network', new Date(Date.now() - 1000))
    await signedInFrom(old, 'hash-of-a-network', new Date(Date.now() - 91 * 86_400_000))
    await signedInFrom(nowhere, '')
    const record = await getPersonRecord(mo, idOf(remy))
    expect(record?.sameNetwork).toEqual([{ id: idOf(twin), name: 'Twin', bannedAt: null }])
    expect(JSON.stringify(record)).not.toMatch(/hash-of-a-network|news\.example/)
  })

  it('shows a moderator who is limited to sections the deeds, reasons and neighbours of those alone', async () => {
    const [twin, [section]] = [
      await addPerson('Twin'),
      await database().select().from(sections).where(eq(sections.slug, 'news')),
    ]
    const here = limitedTo([(section as { id: number }).id])
    const elsewhere = limitedTo([(section as { id: number }).id + 1])
    await signedInFrom(remy, 'a-network')
    await signedInFrom(twin, 'a-network')
    await put('approved')
    const comment = (await listPersonComments(mo, idOf(remy), { state: null, page: 1 })).cards[0]?.id as number
    const un = await addPerson('Una', 'moderator')
    await warnPerson(un, idOf(remy), { reason: 'Under that story.', comment })
    await warnPerson(un, idOf(remy), { reason: 'In general.' })
    await startShadowHold(un, idOf(remy), { until: new Date(Date.now() + 86_400_000), reason: 'Quietly.' })
    await banPerson(un, idOf(remy), { reason: 'For all of it.' })

    const words = async (viewer: Viewer) =>
      (await getPersonRecord(viewer, idOf(remy)))?.deeds.map(({ reason }) => reason)
    expect(await words(un)).toEqual(['For all of it.', 'Quietly.', 'In general.', 'Under that story.'])
    expect(await words(here)).toEqual(['Under that story.'])
    expect(await words(elsewhere)).toEqual([])
    for (const viewer of [here, elsewhere]) {
      const record = await getPersonRecord(viewer, idOf(remy))
      expect(record).toMatchObject({ bannedReason: null, sameNetwork: [], bannedAt: expect.any(Date) })
      expect(record?.shadowHold).toMatchObject({ reason: '' })
    }
    await write(async (tx) => {
      await tx.insert(comments).values({ articleId, personId: twin.personId, signature: 'Twin', body: 'y' })
    })
    expect((await getPersonRecord(here, idOf(remy)))?.sameNetwork).toMatchObject([{ name: 'Twin' }])
    expect((await getPersonRecord(elsewhere, idOf(remy)))?.sameNetwork).toEqual([])
    expect(await findCause(here, idOf(remy), comment)).toMatchObject({ headline: 'The bridge is open' })
    expect(await findCause(elsewhere, idOf(remy), comment)).toBeNull()
    expect(await findCause(mo, idOf(twin), comment)).toBeNull()
    expect(await findCause(mo, idOf(remy), Number.NaN)).toBeNull()
  })

  it('is shown to nobody who moderates nowhere', async () => {
    for (const role of ['reader', 'commenter', 'author'] as const) {
      const viewer = unsafeViewer({ id: idOf(remy), name: role, role })
      await expect(getPersonRecord(viewer, idOf(remy))).rejects.toThrow(Refused)
      await expect(listPersonComments(viewer, idOf(remy), { state: null, page: 1 })).rejects.toThrow(Refused)
    }
    expect(await getPersonRecord(mo, 999)).toBeNull()
  })
})

describe('a warning', () => {
  it('is mailed in its words, and stands in the record and the audit log', async () => {
    await warnPerson(mo, idOf(remy), { reason: 'Do not call people names.' })
    const [mail] = await database().select().from(mails)
    expect(JSON.stringify(mail)).toContain('Do not call people names.')
    const [line] = await database().select().from(audit).where(eq(audit.action, 'person.warn'))
    expect(line).toMatchObject({ actor: 'Mo', subject: `person:${idOf(remy)}` })
    expect((await getPersonRecord(mo, idOf(remy)))?.deeds).toMatchObject([
      { action: 'person.warn', actor: 'Mo', reason: 'Do not call people names.' },
    ])
  })

  it('says which comment it is because of, and is given within limits for one alone', async () => {
    await put('rejected', `You  are\n${'all '.repeat(80)}wrong`)
    const comment = (await listPersonComments(mo, idOf(remy), { state: null, page: 1 })).cards[0]?.id as number
    const [section] = await database().select().from(sections).where(eq(sections.slug, 'news'))
    const { id } = section as { id: number }
    const order = { reason: 'No names.', comment }
    await expect(warnPerson(limitedTo([id + 1]), idOf(remy), order)).rejects.toThrow(Refused)
    await expect(warnPerson(limitedTo([id]), idOf(remy), { reason: 'No.' })).rejects.toThrow(Refused)
    await expect(warnPerson(mo, idOf(mo), order)).rejects.toThrow(PersonRefused)
    await warnPerson(limitedTo([id]), idOf(remy), order)
    const [mail] = await database().select().from(mails)
    const words = JSON.stringify(mail)
    expect(words).toContain('Under “The bridge is open” you wrote: “You are all all')
    expect(words).not.toContain('wrong')
  })

  it('is given by moderators to readers and commenters alone, and not to the banned', async () => {
    const ed = await addPerson('Ed', 'editor')
    const wren = await addPerson('Wren', 'author')
    const order = { reason: 'No.' }
    await expect(warnPerson(mo, idOf(ed), order)).rejects.toThrow(Refused)
    await expect(warnPerson(mo, idOf(mo), order)).rejects.toThrow(Refused)
    await expect(warnPerson(wren, idOf(remy), order)).rejects.toThrow(Refused)
    await expect(warnPerson(remy, idOf(wren), order)).rejects.toThrow(Refused)
    await expect(warnPerson(mo, 999, order)).rejects.toThrow(PersonRefused)
    await banPerson(mo, idOf(remy), { reason: 'Spam.' })
    await expect(warnPerson(mo, idOf(remy), order)).rejects.toThrow(PersonRefused)
    const lines = await database().select().from(audit).where(eq(audit.action, 'person.warn'))
    expect(lines).toEqual([])
  })
})
