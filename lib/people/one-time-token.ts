import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { oneTimeTokens } from '@/db/schema/people'

export type TokenPurpose = (typeof oneTimeTokens.$inferSelect)['purpose']

const DAY = 86_400_000
const LASTS: Record<TokenPurpose, number> = { 'set-up': 7 * DAY, reset: DAY }

/** Makes a secret that opens one thing once; those made before for the same become void. Only its hash is kept. */
export async function issueToken(tx: Transaction, personId: number, purpose: TokenPurpose): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.personId, personId), eq(oneTimeTokens.purpose, purpose)))
  const expiresAt = new Date(Date.now() + LASTS[purpose])
  await tx.insert(oneTimeTokens).values({ purpose, personId, secretHash: hashOf(secret), expiresAt })
  return secret
}

/** A secret's person, if it is still good. */
export async function findTokenPerson(tx: Transaction, secret: string): Promise<number | null> {
  const [row] = await tx.select({ personId: oneTimeTokens.personId }).from(oneTimeTokens).where(isGood(secret))
  return row?.personId ?? null
}

/** Uses a secret up. @returns its person; null when it is unknown, spent or too old */
export async function spendToken(tx: Transaction, secret: string): Promise<number | null> {
  const [row] = await tx
    .update(oneTimeTokens)
    .set({ usedAt: new Date() })
    .where(isGood(secret))
    .returning({ personId: oneTimeTokens.personId })
  return row?.personId ?? null
}

function isGood(secret: string) {
  return and(
    eq(oneTimeTokens.secretHash, hashOf(secret)),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, new Date()),
  )
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
