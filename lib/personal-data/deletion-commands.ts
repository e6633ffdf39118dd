import { and, asc, eq, lte, or } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { comments, commentTexts } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { people } from '@/db/schema/people'
import { deletions } from '@/db/schema/personal-data'
import { audit as auditRows } from '@/db/schema/site'
import { invitations } from '@/db/schema/staff'
import { audit } from '../audit/audit-commands'
import { takeAway } from '../comments/comment-state'
import { formatMoment } from '../dates'
import { log } from '../log'
import { sendMail } from '../mail/mail-commands'
import { paths } from '../paths'
import { refuseLastAdmin } from '../people/last-admin'
import { isStaff } from '../people/person-policy'
import { PersonRefused } from '../people/person-refused'
import { revokeSessions } from '../people/session-commands'
import { unsafeOperator, type Viewer } from '../people/viewer'
import type { Duty } from '../serving/scheduler'
import { getSite } from '../site/site-queries'
import { changed, write } from '../write'
import type { CommentFate } from './deletion'

type Person = typeof people.$inferSelect

const DAY = 86_400_000
/** How long somebody can think better of it. */
export const GRACE = 7 * DAY

/** What stands in the place of a name that is gone. */
export const NAMELESS = 'A former reader'

/**
 * Has the viewer's account deleted in seven days. Everywhere else they are signed out at once, and until then they take no
 * part. The caller has seen proof that it is them.
 *
 * @throws {PersonRefused} when nobody would be left who may give roles
 */
export async function askForDeletion(viewer: Viewer, fate: CommentFate): Promise<Date> {
  const personId = viewer.personId ?? 0
  const place = await getSite()
  const askedAt = new Date()
  const dueAt = new Date(askedAt.getTime() + GRACE)
  await write(async (tx) => {
    const person = await findPerson(tx, personId)
    await refuseLastAdmin(tx, person)
    await tx
      .insert(deletions)
      .values({ personId, comments: fate, askedAt, dueAt })
      .onConflictDoUpdate({ target: deletions.personId, set: { comments: fate, askedAt, dueAt } })
    await revokeSessions(tx, personId, viewer.sessionId ?? null)
    await audit(tx, viewer, { action: 'person.leave', subject: `person:${personId}`, detail: { comments: fate } })
    await sendMail(tx, {
      to: person.email,
      template: {
        subject: 'Your account will be deleted',
        paragraphs: [
          `You asked for your account to be deleted. That will happen on ${formatMoment(dueAt, place)}.`,
          fate === 'remove' ? 'Your comments will be removed with it.' : 'Your comments will stay, without your name.',
          'Until then you can keep it: sign in and choose “Keep my account”.',
        ],
        action: { label: 'Keep my account', address: paths.accountDeletion() },
        footer: 'If it was not you, keep the account and change your password.',
      },
    })
  })
  return dueAt
}

/** Keeps the viewer's account after all. @returns false when there was nothing to think better of */
export async function keepAccount(viewer: Viewer): Promise<boolean> {
  const personId = viewer.personId ?? 0
  return write(async (tx) => {
    const gone = await tx.delete(deletions).where(eq(deletions.personId, personId)).returning()
    if (gone.length === 0) return false
    const person = await findPerson(tx, personId)
    await audit(tx, viewer, { action: 'person.stay', subject: `person:${personId}` })
    changed(`person:${personId}`)
    await sendMail(tx, {
      to: person.email,
      template: {
        subject: 'Your account stays',
        paragraphs: ['Your account will not be deleted: you chose to keep it. Everything is as it was.'],
      },
    })
    return true
  })
}

/** The duty that deletes the accounts whose time has come. */
export function deleteAccounts(): Duty {
  return { name: 'delete accounts', run: deleteDue }
}

/** Deletes every account whose time has come. */
export async function deleteDue(): Promise<void> {
  const due = await database()
    .select({ personId: deletions.personId })
    .from(deletions)
    .where(lte(deletions.dueAt, new Date()))
    .orderBy(asc(deletions.dueAt))
    .limit(10)
  for (const { personId } of due) {
    try {
      await write((tx) => deleteAccount(tx, personId))
    } catch (error) {
      if (!(error instanceof PersonRefused)) throw error
      log.warn({ person: personId, why: error.message }, 'an account is kept that was to be deleted')
      await write(async (tx) => void (await tx.delete(deletions).where(eq(deletions.personId, personId))))
    }
  }
}

/** Its time is asked again: its owner may have thought better of it since. */
async function deleteAccount(tx: Transaction, personId: number): Promise<void> {
  const condition = and(eq(deletions.personId, personId), lte(deletions.dueAt, new Date()))
  const [order] = await tx.select().from(deletions).where(condition)
  if (!order) return
  const person = await findPerson(tx, personId)
  await refuseLastAdmin(tx, person)
  await settleComments(tx, personId, order.comments)
  await forgetAddress(tx, person)
  if (!isStaff(person)) await forgetName(tx, personId)
  // What points at the person goes with them, or points at nobody; their sessions are among the first.
  await tx.delete(people).where(eq(people.id, personId))
  changed(`person:${personId}`)
  await audit(tx, unsafeOperator('scheduler'), { action: 'person.delete', subject: `person:${personId}` })
  await sendMail(tx, {
    to: person.email,
    template: {
      subject: 'Your account is deleted',
      paragraphs: ['Your account was deleted, as you asked. This is the last mail to you.'],
    },
  })
}

async function settleComments(tx: Transaction, personId: number, fate: CommentFate): Promise<void> {
  const own = await tx
    .select({ id: comments.id, articleId: comments.articleId })
    .from(comments)
    .where(eq(comments.personId, personId))
  for (const { id, articleId } of own) {
    if (fate === 'remove') await takeAway(tx, id)
    const emptied = fate === 'remove' ? { body: '', appeal: null, verdict: null } : {}
    await tx
      .update(comments)
      .set({ signature: NAMELESS, ...emptied })
      .where(eq(comments.id, id))
    await tx.delete(commentTexts).where(eq(commentTexts.commentId, id))
    changed(`comments:${articleId}`)
  }
}

/** Rows that know somebody by their address alone. */
async function forgetAddress(tx: Transaction, { email, mailbox }: Person): Promise<void> {
  await tx.delete(mails).where(or(eq(mails.recipient, email), eq(mails.recipient, mailbox)))
  await tx.delete(invitations).where(eq(invitations.mailbox, mailbox))
}

/** The log keeps what was done. Who of the newsroom did it is its business; a reader's name is not. */
async function forgetName(tx: Transaction, personId: number): Promise<void> {
  await tx.update(auditRows).set({ actor: NAMELESS }).where(eq(auditRows.personId, personId))
}

async function findPerson(tx: Transaction, id: number): Promise<Person> {
  const [person] = await tx.select().from(people).where(eq(people.id, id))
  if (!person) throw new PersonRefused('There is no such account any more.')
  return person
}
