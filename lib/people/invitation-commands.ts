import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { people } from '@/db/schema/people'
import { invitations } from '@/db/schema/staff'
import { audit } from '../audit/audit-commands'
import { sendMail } from '../mail/mail-commands'
import { paths } from '../paths'
import { getSite } from '../site/site-queries'
import { changed, write } from '../write'
import { mailboxOf } from './mailbox'
import { hashPassword } from './password'
import { mayGiveRole, requireManager } from './person-policy'
import { PersonRefused } from './person-refused'
import { type Post, takeUp } from './role-commands'
import { Refused, type Role, unsafeViewer, type Viewer } from './viewer'

const DAY = 86_400_000
/** How long the link of an invitation is good, in days. */
export const INVITATION_DAYS = 7

export type NewInvitation = Post & { email: string }

/**
 * Asks somebody to join, by mail. An invitation that was sent to the same mailbox before becomes void.
 *
 * @returns the invitation's id, and the secret of its link, which is kept nowhere here but in the mail
 * @throws {Refused} when the viewer may not give that role
 * @throws {MailboxRefused} when the address is none
 * @throws {PersonRefused} when whoever has the mailbox is shut out, or has that role
 */
export async function invite(
  viewer: Viewer,
  { email, role, sectionIds }: NewInvitation,
): Promise<{ id: number; secret: string }> {
  requireManager(viewer, 'invite people')
  if (!mayGiveRole(viewer, role)) throw new Refused(viewer, `invite somebody as ${role}`)
  const mailbox = mailboxOf(email)
  const secret = randomBytes(32).toString('base64url')
  const { name } = await getSite()
  return write(async (tx) => {
    await refuseKnown(tx, mailbox, email, role)
    await voidOthers(tx, mailbox)
    const expiresAt = new Date(Date.now() + INVITATION_DAYS * DAY)
    const row = {
      email: email.trim(),
      mailbox,
      role,
      sectionIds,
      secretHash: hashOf(secret),
      invitedBy: viewer.personId,
      expiresAt,
    }
    const [made] = await tx.insert(invitations).values(row).returning({ id: invitations.id })
    const { id } = made as { id: number }
    await audit(tx, viewer, { action: 'invitation.send', subject: `invitation:${id}`, detail: { to: row.email, role } })
    const template = {
      subject: `Join ${name}`,
      paragraphs: [
        `${viewer.name} invites you to join ${name} as ${role}.`,
        `The link opens once, within ${INVITATION_DAYS} days. If you did not expect it, leave it: nothing happens.`,
      ],
      action: { label: 'Join', address: paths.join(secret) },
    }
    await sendMail(tx, { to: row.email, template, expiresAt })
    return { id, secret }
  })
}

/** Makes an invitation's link void. */
export async function revokeInvitation(viewer: Viewer, id: number): Promise<void> {
  requireManager(viewer, 'revoke invitations')
  await write(async (tx) => {
    const [revoked] = await tx
      .update(invitations)
      .set({ revokedAt: new Date() })
      .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .returning({ email: invitations.email })
    if (!revoked) return
    await audit(tx, viewer, { action: 'invitation.revoke', subject: `invitation:${id}`, detail: { to: revoked.email } })
  })
}

export type OpenInvitation = { email: string; role: Role; hasAccount: boolean }

const STALE = 'This invitation was used already, was taken back, or is too old. Ask whoever invited you for a new one.'

/** What an invitation's link opens; null when it is spent, void or none of ours. The secret itself is the right to ask. */
export async function getInvitation(secret: string): Promise<OpenInvitation | null> {
  const found = await findGood(database(), secret)
  if (!found) return null
  const [person] = await database().select({ id: people.id }).from(people).where(eq(people.mailbox, found.mailbox))
  return { email: found.email, role: found.role, hasAccount: person !== undefined }
}

/**
 * Spends an invitation. Whoever has no account gets one; whoever has one keeps its name and password.
 *
 * @throws {PasswordRefused} when the password cannot be chosen; the link stays good
 * @throws {PersonRefused} when the link is spent, void or none of ours
 */
export async function acceptInvitation(secret: string, choice: { name: string; password: string }): Promise<void> {
  const known = await getInvitation(secret)
  if (!known) throw new PersonRefused(STALE)
  const passwordHash = known.hasAccount ? null : await hashPassword(choice.password, [known.email, choice.name])
  await write(async (tx) => {
    const invitation = await findGood(tx, secret)
    if (!invitation) throw new PersonRefused(STALE)
    await tx.update(invitations).set({ acceptedAt: new Date() }).where(eq(invitations.id, invitation.id))
    const person = await personOf(tx, invitation, choice.name, passwordHash)
    const viewer = unsafeViewer({ id: person.id, name: person.name, role: person.role })
    await audit(tx, viewer, { action: 'invitation.accept', subject: `invitation:${invitation.id}` })
    await takeUp(tx, viewer, person, invitation)
    changed(`person:${person.id}`)
  })
}

type Invitation = typeof invitations.$inferSelect

/** The account of the mailbox; a new one where there is none. The link came to it, so that it is theirs. */
async function personOf(tx: Transaction, { email, mailbox }: Invitation, name: string, passwordHash: string | null) {
  const [known] = await tx.select().from(people).where(eq(people.mailbox, mailbox))
  if (known) return known
  // It had an account a moment ago, when the password was not asked for.
  if (passwordHash === null) throw new PersonRefused(STALE)
  const row = { email, mailbox, name, passwordHash, verifiedAt: new Date() }
  const [made] = await tx.insert(people).values(row).returning()
  return made as typeof people.$inferSelect
}

/** An invitation whose link is good. Whoever sent it must still be somebody who may. */
async function findGood(tx: Transaction, secret: string): Promise<Invitation | null> {
  const isGood = and(
    eq(invitations.secretHash, hashOf(secret)),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, new Date()),
  )
  const [invitation] = await tx.select().from(invitations).where(isGood)
  if (!invitation) return null
  if (invitation.invitedBy !== null) {
    const [sender] = await tx.select().from(people).where(eq(people.id, invitation.invitedBy))
    if (sender?.role !== 'admin' || sender.bannedAt) return null
  }
  const [owner] = await tx.select().from(people).where(eq(people.mailbox, invitation.mailbox))
  return owner?.bannedAt ? null : invitation
}

async function refuseKnown(tx: Transaction, mailbox: string, email: string, role: Role): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.mailbox, mailbox))
  if (person?.bannedAt) throw new PersonRefused(`${email} has an account that is closed: open it again first.`)
  if (person?.role === role) throw new PersonRefused(`${email} has an account as ${role} already.`)
  if (person?.role === 'admin') throw new PersonRefused(`${email} is an admin already: change the role on their page.`)
}

async function voidOthers(tx: Transaction, mailbox: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(and(eq(invitations.mailbox, mailbox), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
