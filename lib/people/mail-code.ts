import { randomBytes, randomInt } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mailCodes } from '@/db/schema/people'
import { keyedHash } from './keyed-hash'
import { hashOfSecret } from './session-commands'

export type MailCode = typeof mailCodes.$inferSelect
export type NewCode = Pick<
  typeof mailCodes.$inferInsert,
  'purpose' | 'email' | 'mailbox' | 'personId' | 'newcomer' | 'back'
>

/** How long a code is good, in milliseconds. */
export const CODE_LASTS = 30 * 60_000

/** How often one code may be entered wrongly. */
export const MOST_TRIES = 5

/** What a request for a code gives: its id to the browser, code and link to the mailbox alone. */
export type IssuedCode = { id: string; code: string; token: string; expiresAt: Date }

/** Makes a code. Those for the same mailbox and purpose that were made before become void. */
export async function issueCode(tx: Transaction, request: NewCode): Promise<IssuedCode> {
  const { mailbox, purpose, personId } = request
  const isSame = personId ? eq(mailCodes.personId, personId) : eq(mailCodes.mailbox, mailbox)
  await tx.delete(mailCodes).where(and(isSame, eq(mailCodes.purpose, purpose)))
  const id = randomBytes(18).toString('base64url')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + CODE_LASTS)
  await tx
    .insert(mailCodes)
    .values({ ...request, id, codeHash: hashOfCode(id, code), linkHash: hashOfSecret(token), expiresAt })
  return { id, code, token, expiresAt }
}

/** A request for a code that can still be answered, or null. */
export async function findCode(tx: Transaction, id: string): Promise<MailCode | null> {
  const [row] = await tx
    .select()
    .from(mailCodes)
    .where(and(eq(mailCodes.id, id), isGood()))
  return row ?? null
}

/** The request that a link from a mail belongs to, or null. */
export async function findCodeByLink(tx: Transaction, token: string): Promise<MailCode | null> {
  const [row] = await tx
    .select()
    .from(mailCodes)
    .where(and(eq(mailCodes.linkHash, hashOfSecret(token)), isGood()))
  return row ?? null
}

/**
 * Counts an attempt and says what it came to. A wrong one counts, so that the caller must not roll it back.
 *
 * @returns the request when the code is right; `wrong`, with how many tries are left; or `void`
 */
export async function tryCode(tx: Transaction, id: string, code: string): Promise<MailCode | { left: number } | null> {
  const row = await findCode(tx, id)
  if (!row || row.attempts >= MOST_TRIES) return null
  const isRight = row.codeHash === hashOfCode(id, code)
  const proven = isRight ? { provenAt: new Date() } : {}
  await tx
    .update(mailCodes)
    .set({ attempts: sql`${mailCodes.attempts} + 1`, ...proven })
    .where(eq(mailCodes.id, id))
  return isRight ? row : { left: MOST_TRIES - row.attempts - 1 }
}

/** Notes that whoever asked has the mailbox. */
export async function markProven(tx: Transaction, id: string): Promise<void> {
  await tx.update(mailCodes).set({ provenAt: new Date() }).where(eq(mailCodes.id, id))
}

/** Spends a request. @returns whether it was there to be spent: of two at once, one */
export async function spendCode(tx: Transaction, id: string): Promise<boolean> {
  const spent = await tx
    .update(mailCodes)
    .set({ usedAt: new Date() })
    .where(and(eq(mailCodes.id, id), isGood()))
    .returning({ id: mailCodes.id })
  return spent.length > 0
}

function isGood() {
  return and(isNull(mailCodes.usedAt), gt(mailCodes.expiresAt, new Date()))
}

function hashOfCode(id: string, code: string): string {
  return keyedHash('mail-code', `${id}\0${code}`)
}

/** The six digits in what somebody typed, however they grouped them; null when there are not six. */
export function digitsOf(typed: string): string | null {
  const digits = typed
    .slice(0, 100)
    .normalize('NFKC')
    .replaceAll(/[\s\u00a0.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
