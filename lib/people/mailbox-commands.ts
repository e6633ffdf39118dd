import { and, eq, isNull, ne } from 'drizzle-orm'
import { database } from '@/db/client'
import { mailCodes, people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { sendMail } from '../mail/mail-commands'
import { readSite } from '../site/site-record'
import { changed, write } from '../write'
import { forgetLinks, requireProof } from './account-commands'
import { countAttempt } from './account-limits'
import { mailboxChangedMail, mailboxIsChangingMail, newMailboxMail } from './account-mails'
import { refuseTooMany, wrongField } from './account-refused'
import type { Caller } from './caller'
import { readOutcome, staleCode } from './enter-commands'
import { digitsOf, findCode, findCodeByLink, issueCode, type MailCode, spendCode, tryCode } from './mail-code'
import { revokeSessions } from './session-commands'
import type { Signed } from './session-queries'
import { readMailbox } from './sign-in-commands'

/**
 * Asks for another address for the account: a code goes to the new one, and word of it to the old. Whether somebody else
 * has the new address is not said here, but to whoever reads its mail.
 *
 * @returns the id of the request
 * @throws {AccountRefused}
 */
export async function requestMailbox(
  signed: Signed,
  given: { email: string; current: string },
  caller: Caller,
): Promise<string> {
  const mailbox = readMailbox(given.email)
  const email = given.email.trim()
  const person = await requireProof(signed, given.current, caller)
  if (person.mailbox === mailbox) throw wrongField('email', 'This is the address that your account has already.')
  refuseTooMany(countAttempt('send-code', mailbox, caller.network), 'email')
  return write(async (tx) => {
    const back = ''
    const issued = await issueCode(tx, { purpose: 'change-mailbox', email, mailbox, personId: person.id, back })
    await sendMail(tx, { to: email, template: newMailboxMail(issued, person.name), expiresAt: issued.expiresAt })
    await sendMail(tx, { to: person.email, template: mailboxIsChangingMail(email) })
    return issued.id
  })
}

/** @throws {AccountRefused} when the code is wrong, too old, or somebody else’s */
export async function confirmMailboxByCode(
  signed: Signed,
  request: string,
  typed: string,
  caller: Caller,
): Promise<void> {
  const code = digitsOf(typed)
  if (!code) throw wrongField('code', 'Enter the six digits from the mail.')
  const asked = await findCode(database(), request)
  const { mailbox } = requireOwn(signed, asked)
  refuseTooMany(countAttempt('enter-code', mailbox, caller.network), 'code')
  await confirm(signed, readOutcome(await write((tx) => tryCode(tx, request, code))))
}

/** @throws {AccountRefused} when the link is used up, too old, or somebody else’s */
export async function confirmMailboxByLink(signed: Signed, token: string): Promise<void> {
  const asked = await findCodeByLink(database(), token)
  await confirm(signed, requireOwn(signed, asked))
}

function requireOwn({ viewer }: Signed, asked: MailCode | null): MailCode {
  if (asked?.purpose !== 'change-mailbox' || asked.personId !== viewer.personId) throw staleCode()
  return asked
}

async function confirm({ session, viewer }: Signed, asked: MailCode): Promise<void> {
  const personId = viewer.personId as number
  const { email, mailbox } = asked
  const isTaken = await write(async (tx) => {
    if (!(await spendCode(tx, asked.id))) throw staleCode()
    const [other] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.mailbox, mailbox), ne(people.id, personId)))
    if (other) return true
    const [before] = await tx.select().from(people).where(eq(people.id, personId))
    if (!before) throw staleCode()
    await tx.update(people).set({ email, mailbox, verifiedAt: new Date() }).where(eq(people.id, personId))
    // What was sent to the old mailbox must open nothing any more.
    await tx.delete(mailCodes).where(and(eq(mailCodes.mailbox, before.mailbox), isNull(mailCodes.usedAt)))
    await forgetLinks(tx, personId)
    await revokeSessions(tx, personId, session.id)
    const { contact } = await readSite(tx)
    for (const to of [before.email, email]) await sendMail(tx, { to, template: mailboxChangedMail(email, contact) })
    await tx
      .insert(audit)
      .values({ personId, actor: before.name, action: 'person.mailbox', subject: `person:${personId}` })
    changed(`person:${personId}`)
    return false
  })
  if (isTaken) throw wrongField('code', 'Another account has this address. Sign in to it, or use another one here.')
}
