import { database } from '@/db/client'
import { findCode, findCodeByLink, MOST_TRIES } from './mail-code'

/** What the page of a code shows. Whoever has the request's id or the link's secret asked for it, or has the mailbox. */
export type CodeRequest = {
  email: string
  purpose: 'enter' | 'change-mailbox'
  isProven: boolean
  back: string
}

/** A request for a code, by its id; null when it is none that can be answered. */
export async function getCodeRequest(id: unknown): Promise<CodeRequest | null> {
  if (typeof id !== 'string') return null
  const row = await findCode(database(), id)
  if (!row || (row.attempts >= MOST_TRIES && !row.provenAt)) return null
  return { email: row.email, purpose: row.purpose, isProven: row.provenAt !== null, back: row.back }
}

/** The same by the secret of the link in the mail. */
export async function getCodeRequestByLink(token: unknown): Promise<CodeRequest | null> {
  const row = typeof token === 'string' ? await findCodeByLink(database(), token) : null
  return row && { email: row.email, purpose: row.purpose, isProven: row.provenAt !== null, back: row.back }
}
