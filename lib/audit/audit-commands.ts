import type { Transaction } from '@/db/client'
import { audit as auditRows } from '@/db/schema/site'
import type { Viewer } from '../people/viewer'

/** Something that was done: a verb of the newsroom, to what, and what there is to know of it. */
export type Deed = {
  /** A noun and a verb, such as `article.publish` or `person.role`. */
  action: `${string}.${string}`
  /** A kind and what identifies it, such as `article:12` or `site`. */
  subject: string
  /** What it was before and after, the reason. Never a password, a secret or a network address. */
  detail?: Record<string, unknown>
}

/**
 * Notes who did what, in the transaction that does it: nothing is done without its line, and no line stands for what was
 * rolled back. Lines are only ever added.
 *
 * @param viewer who did it; the name is kept as it is now, so that the line outlives the account
 */
export async function audit(tx: Transaction, viewer: Viewer, { action, subject, detail = {} }: Deed): Promise<void> {
  const { personId, name } = viewer
  await tx.insert(auditRows).values({ personId, actor: name, action, subject, detail })
}
