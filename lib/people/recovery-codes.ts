import { randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { recoveryCodes } from '@/db/schema/staff'
import { keyedHash } from './keyed-hash'

const HOW_MANY = 10
/** No letter that looks like another, and none that is a digit's twin (Crockford's Base32). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Makes new codes for whoever loses their device; those from before open nothing any more. They are shown once. */
export async function makeRecoveryCodes(tx: Transaction, personId: number): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ personId, codeHash: hashOf(personId, code) })))
  return codes
}

/** Uses a code up. @returns whether it was one */
export async function spendRecoveryCode(tx: Transaction, personId: number, code: string): Promise<boolean> {
  const isIt = and(
    eq(recoveryCodes.personId, personId),
    eq(recoveryCodes.codeHash, hashOf(personId, code)),
    isNull(recoveryCodes.usedAt),
  )
  const spent = await tx.update(recoveryCodes).set({ usedAt: new Date() }).where(isIt).returning()
  return spent.length > 0
}

/** Whether what was typed has the form of one. */
export function looksLikeRecoveryCode(text: string): boolean {
  return plain(text).length === 10
}

function newCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** As it is compared: without what people add, and with the letters that they read for others. */
function plain(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
}

function hashOf(personId: number, code: string): string {
  return keyedHash('recovery code', `${personId} ${plain(code)}`)
}
