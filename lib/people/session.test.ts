import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { people, sessions } from '@/db/schema/people'
import { personSections } from '@/db/schema/staff'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { changeSite, saveSection } from '../site/site-commands'
import { onChange, write } from '../write'
import { secretInCookies, signInCookies, signOutCookies } from './session'
import { closeSession, noteSeen, openSession, revokeSession, revokeSessions } from './session-commands'
import { findSigned, listSessions } from './session-queries'
import { unsafeOperator, unsafeViewer } from './viewer'
import { viewerOfCookie } from './viewer-of-cookie'

vi.mock('next/headers', () => ({}))

const HOUR = 3_600_000
const DAY = 24 * HOUR
const caller = { device: 'Firefox on Android', networkHash: 'kept' }

let fresh: FreshDatabase
let ids: number[]
beforeEach(async () => {
  fresh = openFreshDatabase()
  // What a session without a second factor may not is in second-factor.test.ts.
  await changeSite(unsafeOperator(), { isSecondFactorRequired: false })
  ids = await write(async (tx) => {
    const rows = ['ada', 'remy'].map((name) => ({
      ...{ name, email: `${name}@news.example`, mailbox: `${name}@news.example` },
      role: name === 'ada' ? ('editor' as const) : ('commenter' as const),
    }))
    return (await tx.insert(people).values(rows).returning({ id: people.id })).map(({ id }) => id)
  })
})
afterEach(async () => {
  vi.useRealTimers()
  await fresh.close()
})

const open = (personId: number) => write((tx) => openSession(tx, personId, caller))
const change = (id: number, values: Partial<typeof people.$inferInsert>) =>
  write(async (tx) => void (await tx.update(people).set(values).where(eq(people.id, id))))

describe('a session', () => {
  it('speaks for its person, and keeps only the hash of its secret', async () => {
    const [ada = 0] = ids
    const { secret, id } = await open(ada)
    const { viewer } = (await findSigned(secret)) ?? {}
    expect(viewer).toMatchObject({ personId: ada, name: 'ada', role: 'editor', sections: null, sessionId: id })
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(await database().select().from(sessions))).not.toContain(secret)
    expect(await findSigned(id)).toBeNull()
    expect(await findSigned('')).toBeNull()
  })

  it('is another one each time', async () => {
    const [ada = 0] = ids
    const [one, two] = [await open(ada), await open(ada)]
    expect(one.secret).not.toBe(two.secret)
    expect(one.id).not.toBe(two.id)
  })

  it('has the role and the limits of now', async () => {
    const [ada = 0] = ids
    const { secret } = await open(ada)
    await saveSection(unsafeOperator(), { slug: 'sport', name: 'Sport' })
    await write(async (tx) => void (await tx.insert(personSections).values({ personId: ada, sectionId: 1 })))
    expect((await findSigned(secret))?.viewer.sections).toEqual([1])
    await change(ada, { role: 'reader' })
    expect((await findSigned(secret))?.viewer).toMatchObject({ role: 'reader', sections: null })
  })

  it('is nobody’s while its person is banned, and gone with the account', async () => {
    const [ada = 0, remy = 0] = ids
    const { secret } = await open(remy)
    await change(remy, { bannedAt: new Date() })
    expect(await findSigned(secret)).toBeNull()
    await change(remy, { bannedAt: null })
    await write(async (tx) => void (await tx.delete(people).where(eq(people.id, remy))))
    expect(await findSigned(secret)).toBeNull()
    await write(
      async (tx) =>
        void (await tx.insert(people).values({ name: 'new', email: 'n@x.example', mailbox: 'n@x.example' })),
    )
    expect(await findSigned(secret)).toBeNull()
    expect(ada).toBeGreaterThan(0)
  })

  it('ends when it is closed, revoked, or all are', async () => {
    const [ada = 0, remy = 0] = ids
    const [one, two, three, other] = [await open(ada), await open(ada), await open(ada), await open(remy)]
    const told: string[] = []
    const stop = onChange((keys) => told.push(...keys))
    await closeSession(one.secret)
    expect(await findSigned(one.secret)).toBeNull()
    await revokeSession(unsafeViewer({ id: ada, name: 'ada', role: 'editor' }), two.id)
    expect(await findSigned(two.secret)).toBeNull()
    await revokeSession(unsafeViewer({ id: remy, name: 'remy', role: 'commenter' }), three.id)
    expect(await findSigned(three.secret)).not.toBeNull()
    await write((tx) => revokeSessions(tx, ada))
    expect(await findSigned(three.secret)).toBeNull()
    expect(await findSigned(other.secret)).not.toBeNull()
    stop()
    expect(new Set(told)).toEqual(new Set([`person:${ada}`, `person:${remy}`]))
  })

  it('stays when it is the one that revokes the others', async () => {
    const [ada = 0] = ids
    const [one, two] = [await open(ada), await open(ada)]
    await write((tx) => revokeSessions(tx, ada, one.id))
    expect(await findSigned(one.secret)).not.toBeNull()
    expect(await findSigned(two.secret)).toBeNull()
  })

  it('grows old unused, sooner for those who work here, and never lasts beyond its limit', async () => {
    const [ada = 0, remy = 0] = ids
    const [staff, reader] = [await open(ada), await open(remy)]
    const began = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: began + 4 * DAY })
    expect(await findSigned(staff.secret)).toBeNull()
    for (let day = 4; day < 200; day += 20) {
      vi.setSystemTime(began + day * DAY)
      const signed = await findSigned(reader.secret)
      if (day < 180) expect(signed, `day ${day}`).not.toBeNull()
      if (signed) await noteSeen(signed.session, signed.viewer.role)
    }
    expect(await findSigned(reader.secret)).toBeNull()
  })

  it('is not written to at every request', async () => {
    const [ada = 0] = ids
    const { secret } = await open(ada)
    const before = await findSigned(secret)
    if (before) await noteSeen(before.session, 'editor')
    expect((await findSigned(secret))?.session).toEqual(before?.session)
  })
})

describe('listSessions', () => {
  it('shows the viewer their own, this one first, and no secret', async () => {
    const [ada = 0, remy = 0] = ids
    const [one, two] = [await open(ada), await open(ada)]
    await open(remy)
    const list = await listSessions(unsafeViewer({ id: ada, name: 'ada', role: 'editor', sessionId: one.id }))
    expect(list).toMatchObject([
      { id: one.id, isThis: true, isSameNetwork: true, device: 'Firefox on Android' },
      { id: two.id, isThis: false, isSameNetwork: true },
    ])
    expect(JSON.stringify(list)).not.toContain('kept')
  })
})

describe('cookies', () => {
  it('are locked to the host on https, and to the server where nothing but it must read them', () => {
    const [session, hint] = signInCookies('secret', new Date(0), 'https://news.example')
    expect(session).toBe(
      '__Host-session=secret; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax; Secure; HttpOnly',
    )
    expect(hint).toMatch(/^signed-in=1; .*Secure$/)
    expect(hint).not.toContain('HttpOnly')
    expect(signInCookies('secret', new Date(), 'http://localhost:3000')[0]).toMatch(/^session=secret; (?!.*Secure)/)
    expect(signOutCookies('http://localhost:3000').map((cookie) => cookie.split(';')[0])).toEqual([
      'session=',
      'signed-in=',
    ])
  })

  it('are found among others', async () => {
    expect(secretInCookies('a=b; session=secret; signed-in=1', 'http://x.example')).toBe('secret')
    expect(secretInCookies('__Host-session=secret', 'http://x.example')).toBeNull()
    expect(secretInCookies('xsession=secret; session=', 'http://x.example')).toBeNull()
    const [ada = 0] = ids
    const { secret } = await open(ada)
    expect(await viewerOfCookie(`theme=dark; session=${secret}`)).toMatchObject({ personId: ada })
    expect(await viewerOfCookie('session=none')).toBeNull()
    expect(await viewerOfCookie('')).toBeNull()
  })
})
