import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { mailboxOf } from './mailbox'
import type { Viewer } from './viewer'

/** What somebody sees of their own account. */
export type OwnAccount = {
  id: number
  name: string
  bio: string
  /** What they wrote is listed on their page. */
  showsComments: boolean
  email: string
  hasPassword: boolean
  isVerified: boolean
}

/** The viewer's own account. @throws when they have none */
export async function getOwnAccount({ personId }: Viewer): Promise<OwnAccount> {
  const [row] = await database()
    .select()
    .from(people)
    .where(eq(people.id, personId ?? 0))
  if (!row) throw new Error(`There is no account ${personId}.`)
  const { id, name, bio, email, passwordHash, verifiedAt, commentsShownAt } = row
  const showsComments = commentsShownAt !== null
  return { id, name, bio, email, showsComments, hasPassword: passwordHash !== null, isVerified: verifiedAt !== null }
}

/** Whether the account of a mailbox is banned. */
export async function isBannedPerson(email: string): Promise<boolean> {
  const [row] = await database()
    .select({ bannedAt: people.bannedAt })
    .from(people)
    .where(eq(people.mailbox, mailboxOf(email)))
  return Boolean(row?.bannedAt)
}
