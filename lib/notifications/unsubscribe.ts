import { timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { NOTIFICATION_KINDS } from '@/db/schema/notifications'
import { people } from '@/db/schema/people'
import { keyedHash } from '../people/keyed-hash'
import { write } from '../write'
import type { NotificationKind } from './notification'
import { saveChoices } from './notification-commands'

/** What a mail was about, and so what is not to be mailed any more. */
export type UnsubscribeScope = NotificationKind | 'all'

export type Unsubscribe = { personId: number; scope: UnsubscribeScope }

/**
 * What stands in the address that ends mail of a kind: it works without signing in and for as long as the mail is kept
 * (RFC 8058), does this and nothing else, and tells nobody anything.
 */
export function unsubscribeToken({ personId, scope }: Unsubscribe): string {
  return `${personId}.${scope}.${signature(personId, scope)}`
}

/** @returns null when it is none of ours */
export function readUnsubscribeToken(token: string): Unsubscribe | null {
  const [, id = '', scope = '', given = ''] = /^([1-9]\d{0,14})\.([a-z-]{1,20})\.([0-9a-f]{64})$/.exec(token) ?? []
  if (!given || !isScope(scope)) return null
  const expected = signature(Number(id), scope)
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null
  return { personId: Number(id), scope }
}

/** Mails no more of it. What is told on the site stays. Doing it again changes nothing. */
export async function unsubscribe({ personId, scope }: Unsubscribe): Promise<void> {
  const kinds = scope === 'all' ? NOTIFICATION_KINDS : [scope]
  await write(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId))
    if (person) await saveChoices(tx, personId, Object.fromEntries(kinds.map((kind) => [kind, 'never'])))
  })
}

/** In small letters, as all addresses of the site are. */
function signature(personId: number, scope: UnsubscribeScope): string {
  return Buffer.from(keyedHash('unsubscribe', `${personId}.${scope}`), 'base64url').toString('hex')
}

function isScope(text: string): text is UnsubscribeScope {
  return text === 'all' || (NOTIFICATION_KINDS as readonly string[]).includes(text)
}
