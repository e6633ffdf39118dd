import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { write } from '../write'
import { countAttempt } from './account-limits'
import { AccountRefused, refuseTooMany, wrongField } from './account-refused'
import type { Caller } from './caller'
import { MailboxRefused, mailboxOf } from './mailbox'
import { isPasswordOfAnyone } from './password'
import { type OpenedSession, openSession } from './session-commands'
import type { Role } from './viewer'

export type SignedIn = OpenedSession & { role: Role }

/**
 * Signs somebody in by address and password. Which of them is wrong is not said, and cannot be told from how long it took.
 *
 * @throws {AccountRefused}
 */
export async function signInByPassword(email: string, password: string, caller: Caller): Promise<SignedIn> {
  const mailbox = readMailbox(email)
  if (password === '') throw wrongField('password', 'Enter your password.')
  refuseTooMany(countAttempt('password', mailbox, caller.network))
  const [person] = await database().select().from(people).where(eq(people.mailbox, mailbox))
  const isRight = await isPasswordOfAnyone(person?.passwordHash, password)
  if (!person || !isRight) throw wrongField('email', 'The e-mail address or the password is not right.')
  refuseBanned(person)
  const session = await write((tx) => openSession(tx, person.id, caller))
  return { ...session, role: person.role }
}

/** @throws {AccountRefused} when it is no address */
export function readMailbox(email: string, field = 'email'): string {
  if (email.trim() === '') throw wrongField(field, 'Enter your e-mail address.')
  try {
    return mailboxOf(email)
  } catch (error) {
    if (error instanceof MailboxRefused) throw wrongField(field, error.message)
    throw error
  }
}

/** Only whoever has shown that the account is theirs is told. @throws {AccountRefused} when the account is banned */
export function refuseBanned({ bannedAt, bannedReason }: { bannedAt: Date | null; bannedReason: string | null }): void {
  if (!bannedAt) return
  const why = bannedReason ? ` The reason: ${bannedReason}` : ''
  throw new AccountRefused({ status: 403, problems: [{ words: `This account was banned.${why}` }] })
}
