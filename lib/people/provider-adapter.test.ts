import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { people, providerAccounts, sessions } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { write } from '../write'
import { providerAdapter } from './provider-adapter'
import { disconnectProvider, listConnectedProviders } from './provider-commands'
import { newSessionSecret } from './session-commands'
import { findSigned } from './session-queries'
import { unsafeViewer } from './viewer'

const adapter = providerAdapter({ network: '192.0.2.1', networkHash: 'kept', device: 'Firefox on Mac' }) as Required<
  ReturnType<typeof providerAdapter>
>

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(async () => {
  vi.useRealTimers()
  await fresh.close()
})

const join = (email: string, name: string | null = 'Nia Berg') =>
  adapter.createUser({ email, name, emailVerified: null } as never)

describe('an account from a service', () => {
  it('is one of ours, with a confirmed address and no rights', async () => {
    const user = await join('Nia@News.Example')
    const [row] = await database().select().from(people)
    expect(row).toMatchObject({ name: 'Nia Berg', mailbox: 'nia@news.example', role: 'commenter', passwordHash: null })
    expect(row?.verifiedAt).toBeInstanceOf(Date)
    expect((await adapter.getUserByEmail('NIA@news.example'))?.id).toBe(user.id)
    await expect(join('nia@news.example')).rejects.toThrow()
  })

  it.each([null, '', '\u202E', '!!!', 'x'.repeat(61)])(
    'is called by its address where its name is %j',
    async (name) => {
      expect((await join('nia@news.example', name)).name).toBe('nia')
    },
  )

  it('has sessions that are rows, of which only the hash is kept', async () => {
    const { id: userId } = await join('nia@news.example')
    const sessionToken = newSessionSecret()
    await adapter.createSession({ sessionToken, userId, expires: new Date() })
    expect((await findSigned(sessionToken))?.viewer).toMatchObject({ name: 'Nia Berg', role: 'commenter' })
    expect(JSON.stringify(await database().select().from(sessions))).not.toContain(sessionToken)
    expect((await adapter.getSessionAndUser(sessionToken))?.user.id).toBe(userId)
    await adapter.deleteSession(sessionToken)
    expect(await adapter.getSessionAndUser(sessionToken)).toBeNull()
  })

  it('is connected only by somebody who came in just now, and never to a banned one', async () => {
    const { id: userId } = await join('nia@news.example')
    const sessionToken = newSessionSecret()
    await adapter.createSession({ sessionToken, userId, expires: new Date() })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 })
    expect(await findSigned(sessionToken)).not.toBeNull()
    expect(await adapter.getSessionAndUser(sessionToken)).toBeNull()
    vi.useRealTimers()
    const ban = { bannedAt: new Date() }
    await write(
      async (tx) =>
        void (await tx
          .update(people)
          .set(ban)
          .where(eq(people.id, Number(userId)))),
    )
    expect(await adapter.getSessionAndUser(sessionToken)).toBeNull()
  })

  it('opens ours, until it is disconnected by its owner', async () => {
    const { id: userId } = await join('nia@news.example')
    const account = { provider: 'github', providerAccountId: '71' }
    await adapter.linkAccount({ ...account, userId, type: 'oauth', access_token: 'never kept' } as never)
    expect((await adapter.getUserByAccount(account))?.id).toBe(userId)
    expect(await adapter.getUserByAccount({ ...account, provider: 'google' })).toBeNull()
    expect(JSON.stringify(await database().select().from(providerAccounts))).not.toContain('never kept')
    const [owner, other] = [Number(userId), 99].map((id) => unsafeViewer({ id, name: 'Nia', role: 'commenter' }))
    expect(await listConnectedProviders(owner as never)).toEqual(['github'])
    await disconnectProvider(other as never, 'github')
    expect(await adapter.getUserByAccount(account)).not.toBeNull()
    await disconnectProvider(owner as never, 'github')
    expect(await adapter.getUserByAccount(account)).toBeNull()
  })
})
