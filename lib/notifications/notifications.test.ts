import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { comments, mutes } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { notifications } from '@/db/schema/notifications'
import { people } from '@/db/schema/people'
import { createArticle } from '../articles/article-commands'
import { publish, unpublish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { type Role, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { excerptOf } from './notification'
import { chooseMail, markRead, type NewNotification, notify } from './notification-commands'
import { mailDue } from './notification-duty'
import { countUnread, findNotification, getMailChoices, listNotifications } from './notification-queries'
import { readUnsubscribeToken, unsubscribe, unsubscribeToken } from './unsubscribe'

const operator = unsafeOperator()
const HOUR = 3_600_000

let fresh: FreshDatabase
let articleId: number
let remy: Viewer
let sam: Viewer

beforeEach(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two characters')
  vi.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z'), toFake: ['Date'] })
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  articleId = (await createArticle(operator, { section: 'world', language: 'en', headline: 'The dam holds' })).id
  await publish(operator, articleId)
  remy = await person('Remy')
  sam = await person('Sam')
})

afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await fresh.close()
})

async function person(name: string, more: Partial<typeof people.$inferInsert> = {}, role: Role = 'reader') {
  const email = `${name.toLowerCase()}@reader.example`
  const values = { name, email, mailbox: email, role, verifiedAt: new Date(), ...more }
  const [row] = await write((tx) => tx.insert(people).values(values).returning())
  return unsafeViewer({ id: row?.id as number, name, role })
}

async function comment(by: Viewer, more: Partial<typeof comments.$inferInsert> = {}): Promise<number> {
  const values = { articleId, personId: by.personId, signature: by.name, body: 'It did.', state: 'approved' as const }
  const [row] = await write((tx) =>
    tx
      .insert(comments)
      .values({ ...values, ...more })
      .returning(),
  )
  return row?.id as number
}

const tell = (...told: NewNotification[]) =>
  write(async (tx) => {
    for (const one of told) await notify(tx, one)
  })
const set = (id: number, values: Partial<typeof comments.$inferInsert>) =>
  write((tx) => tx.update(comments).set(values).where(eq(comments.id, id)))
const reply = (commentId: number, to = remy): NewNotification => ({
  kind: 'reply',
  personId: to.personId as number,
  commentId,
})
const seen = async (viewer = remy) => (await listNotifications(viewer, 1)).cards
const sent = () => database().select().from(mails)
const jump = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

describe('what is told on the site', () => {
  it('says who did what, where, and leads there', async () => {
    const id = await comment(sam)
    await tell(reply(id))
    expect(await seen()).toMatchObject([
      {
        kind: 'reply',
        words: 'Sam answered your comment',
        headline: 'The dam holds',
        excerpt: 'It did.',
        address: `/world/the-dam-holds#comment-${id}`,
        readAt: null,
      },
    ])
    expect(await countUnread(remy)).toBe(1)
  })

  it('is one row for a person and a thing, and an answer counts for more than a thread', async () => {
    const id = await comment(sam)
    const thread = { ...reply(id), kind: 'followed-thread' } as NewNotification
    await tell(thread, reply(id), thread, reply(id))
    expect((await seen()).map(({ kind }) => kind)).toEqual(['reply'])
  })

  it('waits until a comment is public, and goes while it is not', async () => {
    const id = await comment(sam, { state: 'pending' })
    await tell(reply(id))
    expect([await countUnread(remy), await seen()]).toEqual([0, []])
    await set(id, { state: 'approved' })
    expect(await countUnread(remy)).toBe(1)
    for (const values of [{ state: 'rejected' }, { state: 'spam' }, { state: 'approved', deletedAt: new Date() }]) {
      await set(id, values as never)
      expect(await countUnread(remy), JSON.stringify(values)).toBe(0)
    }
    await set(id, { deletedAt: null })
    await unpublish(operator, articleId)
    expect([await countUnread(remy), await seen()]).toEqual([0, []])
  })

  it('tells nobody of what they did themselves, and nothing of what there is not', async () => {
    await tell(reply(await comment(remy)), reply(9999))
    expect(await database().select().from(notifications)).toEqual([])
  })

  it('tells nothing of what somebody says whom they have muted', async () => {
    const pair = { personId: remy.personId as number, mutedId: sam.personId as number }
    await write((tx) => tx.insert(mutes).values(pair))
    await tell(reply(await comment(sam)))
    expect(await seen()).toEqual([])
  })

  it('tells of each decision anew, in the place of the one before, whatever became of the comment', async () => {
    const id = await comment(remy, { state: 'rejected' })
    const decision = (note: string): NewNotification => ({
      kind: 'decision',
      personId: remy.personId as number,
      commentId: id,
      note,
    })
    await tell(decision('Not published: be civil.'))
    await markRead(remy)
    expect(await countUnread(remy)).toBe(0)
    await tell(decision('Published after your appeal.'))
    expect(await seen()).toMatchObject([{ excerpt: 'Published after your appeal.', readAt: null }])
  })

  it('is one’s own: nobody else sees it, or marks it as read', async () => {
    await tell(reply(await comment(sam)))
    const id = (await seen())[0]?.id as number
    await markRead(sam, [id])
    expect([await seen(sam), await findNotification(sam, id)]).toEqual([[], null])
    expect(await countUnread(remy)).toBe(1)
    await markRead(remy, [id])
    expect(await countUnread(remy)).toBe(0)
    expect((await findNotification(remy, id))?.readAt).toBeInstanceOf(Date)
  })

  it('cuts a long comment between words and never within a letter', () => {
    expect(excerptOf(`${'word '.repeat(100)}`)).toMatch(/word…$/)
    expect([...excerptOf('🦊'.repeat(500))].every((letter) => letter === '🦊' || letter === '…')).toBe(true)
  })
})

describe('what is mailed', () => {
  it('leaves at once, once, when the comment is public', async () => {
    const id = await comment(sam, { state: 'pending' })
    await tell(reply(id))
    await mailDue()
    expect(await sent()).toEqual([])
    await set(id, { state: 'approved' })
    await mailDue()
    await mailDue()
    const [mail, ...others] = await sent()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      recipient: 'remy@reader.example',
      subject: 'Sam answered your comment on “The dam holds”',
    })
    const { unsubscribe: path = '', entries, action } = mail?.content ?? {}
    expect(entries).toMatchObject([{ title: 'The dam holds', text: 'It did.' }])
    expect(action?.address).toBe(`/world/the-dam-holds#comment-${id}`)
    expect(readUnsubscribeToken(path.split('/').at(-1) as string)).toEqual({ personId: remy.personId, scope: 'reply' })
  })

  it('comes in one mail a day where that is chosen, at seven in the newsroom’s zone', async () => {
    await chooseMail(remy, { reply: 'daily' })
    await tell(reply(await comment(sam)), reply(await comment(sam)))
    const thread = { ...reply(await comment(sam)), kind: 'followed-thread' } as NewNotification
    await tell(thread)
    await mailDue()
    vi.setSystemTime('2026-11-26T06:59:59Z')
    await mailDue()
    expect(await sent()).toEqual([])
    vi.setSystemTime('2026-11-26T07:00:00Z')
    await mailDue()
    await mailDue()
    const [mail, ...others] = await sent()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ subject: '3 new notifications' })
    expect(mail?.content?.entries).toHaveLength(3)
    expect(mail?.content?.action?.address).toBe('/account/notifications')
    expect(mail?.content?.unsubscribe).toContain('.all.')
  })

  it('is nothing where that is chosen, and of what was seen on the site before', async () => {
    await chooseMail(remy, { reply: 'never' })
    await tell(reply(await comment(sam)))
    await chooseMail(remy, { reply: 'daily' })
    await tell(reply(await comment(sam)))
    await markRead(remy)
    jump(48 * HOUR)
    await mailDue()
    expect(await sent()).toEqual([])
  })

  it('follows a choice that is made while it waits', async () => {
    await chooseMail(remy, { reply: 'daily' })
    await tell(reply(await comment(sam)))
    await chooseMail(remy, { reply: 'at-once' })
    await mailDue()
    expect(await sent()).toHaveLength(1)
    await tell(reply(await comment(sam)))
    await chooseMail(remy, { reply: 'never' })
    await mailDue()
    expect(await sent()).toHaveLength(1)
  })

  it('goes to proven addresses only, and to whoever is banned only with what was decided', async () => {
    const unproven = await person('Una', { verifiedAt: null })
    const banned = await person('Bex', { bannedAt: new Date() })
    const own = await comment(banned)
    await tell(reply(await comment(sam), unproven), reply(await comment(sam), banned))
    await tell({ kind: 'decision', personId: banned.personId as number, commentId: own, note: 'Removed.' })
    await mailDue()
    expect((await sent()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['bex@reader.example', 'A moderator decided on your comment on “The dam holds”'],
    ])
  })

  it('is not news any more after a week', async () => {
    const id = await comment(sam, { state: 'pending' })
    await tell(reply(id))
    jump(8 * 24 * HOUR)
    await set(id, { state: 'approved' })
    await mailDue()
    expect(await sent()).toEqual([])
    expect(await countUnread(remy)).toBe(1)
  })
})

describe('one click', () => {
  it('ends mail of that kind, for that person, however often it is clicked', async () => {
    const token = unsubscribeToken({ personId: remy.personId as number, scope: 'reply' })
    for (const _ of [1, 2]) await unsubscribe(readUnsubscribeToken(token) as never)
    expect(await getMailChoices(remy)).toMatchObject({ reply: 'never', pick: 'at-once' })
    expect(await getMailChoices(sam)).toMatchObject({ reply: 'at-once' })
    await unsubscribe({ personId: remy.personId as number, scope: 'all' })
    expect(new Set(Object.values(await getMailChoices(remy)))).toEqual(new Set(['never']))
  })

  it('does nothing for an account that is gone', async () => {
    await expect(unsubscribe({ personId: 9999, scope: 'all' })).resolves.toBeUndefined()
  })

  it('takes no token that was made up, changed, or made for another', () => {
    const token = unsubscribeToken({ personId: 7, scope: 'reply' })
    const signature = token.split('.')[2] as string
    expect(token).toBe(token.toLowerCase())
    for (const wrong of [
      ...['', 'x', token.slice(1), `${token}x`, token.replace('7.', '8.'), token.replace('reply', 'all')],
      ...[`07.reply.${signature}`, `7.nothing.${signature}`, '7.reply.', `7.reply.${'a'.repeat(64)}`, '💥'],
    ])
      expect(readUnsubscribeToken(wrong), wrong).toBeNull()
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of at least thirty-two characters')
    expect(readUnsubscribeToken(token)).toBeNull()
  })
})
