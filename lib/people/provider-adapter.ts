import { and, eq } from 'drizzle-orm'
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters'
import { database } from '@/db/client'
import { people, providerAccounts } from '@/db/schema/people'
import { changed, write } from '../write'
import type { Caller } from './caller'
import { mailboxOf } from './mailbox'
import { displayNameSchema } from './person-input'
import type { ProviderId } from './providers'
import { PROOF_LASTS } from './session'
import { closeSession, openSession } from './session-commands'
import { findSigned } from './session-queries'

type Row = typeof people.$inferSelect

/**
 * How next-auth reads and writes our own tables: what it knows as a session is a row of `sessions`, and its token the
 * secret of which we keep the hash.
 *
 * @param caller where the request came from
 */
export function providerAdapter(caller: Caller): Adapter {
  return {
    // Only an account that was proven just now can be connected: to any other, next-auth is told that nobody is signed in.
    getSessionAndUser: async (sessionToken) => {
      const signed = await findSigned(sessionToken)
      if (!signed || Date.now() - signed.session.provenAt.getTime() > PROOF_LASTS) return null
      const user = await findUser(signed.viewer.personId ?? 0)
      if (!user) return null
      return { user, session: { sessionToken, userId: user.id, expires: signed.session.expiresAt } }
    },
    getUser: (id) => findUser(Number(id)),
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const [row] = await database()
        .select({ person: people })
        .from(providerAccounts)
        .innerJoin(people, eq(people.id, providerAccounts.personId))
        .where(
          and(
            eq(providerAccounts.provider, provider as ProviderId),
            eq(providerAccounts.providerAccountId, providerAccountId),
          ),
        )
      return row ? toUser(row.person) : null
    },
    getUserByEmail: async (email) => {
      const [row] = await database()
        .select()
        .from(people)
        .where(eq(people.mailbox, mailboxOf(email)))
      return row ? toUser(row) : null
    },
    createUser: ({ email, name }: Omit<AdapterUser, 'id'>) => createPerson(email, name ?? ''),
    linkAccount: async ({ provider, providerAccountId, userId }: AdapterAccount) => {
      const personId = Number(userId)
      await write(async (tx) => {
        await tx.insert(providerAccounts).values({ provider: provider as ProviderId, providerAccountId, personId })
        changed(`person:${personId}`)
      })
    },
    createSession: async ({ sessionToken, userId }) => {
      const { expiresAt } = await write((tx) => openSession(tx, Number(userId), caller, sessionToken))
      return { sessionToken, userId, expires: expiresAt }
    },
    // Sessions are made longer where they are read, and people are changed by themselves.
    updateSession: async () => null,
    updateUser: async ({ id }) => (await findUser(Number(id))) as AdapterUser,
    deleteSession: (sessionToken) => closeSession(sessionToken),
  }
}

async function createPerson(email: string, given: string): Promise<AdapterUser> {
  const mailbox = mailboxOf(email)
  const named = displayNameSchema.safeParse(given)
  const name = named.success ? named.data : (mailbox.split('@', 1)[0] as string).slice(0, 60)
  const row = { name, email, mailbox, role: 'commenter' as const, verifiedAt: new Date() }
  const [made] = await write((tx) => tx.insert(people).values(row).returning())
  return toUser(made as Row)
}

async function findUser(id: number): Promise<AdapterUser | null> {
  const [row] = await database().select().from(people).where(eq(people.id, id))
  return row ? toUser(row) : null
}

function toUser({ id, name, email, verifiedAt }: Row): AdapterUser {
  return { id: String(id), name, email, emailVerified: verifiedAt }
}
