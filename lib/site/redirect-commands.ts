import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { redirects } from '@/db/schema/site'
import { changed } from '../write'

/**
 * Has an address lead to another from now on. What led to the first leads to the second at once, so that nobody is sent
 * through a chain; what stood at the second gives way to the page that is there now, so that nobody goes in a circle.
 *
 * @param from a canonical path
 * @param to a path of this site
 */
export async function moveAddress(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.delete(redirects).where(eq(redirects.path, to))
  await tx.update(redirects).set({ target: to }).where(eq(redirects.target, from))
  const values = { target: to, status: 308 }
  await tx
    .insert(redirects)
    .values({ path: from, ...values })
    .onConflictDoUpdate({ target: redirects.path, set: values })
  changed(`redirect:${from}`, `redirect:${to}`)
}

const FEEDS = ['feed.xml', 'atom.xml', 'feed.json']

/** The same for a list and its feeds. */
export async function moveList(tx: Transaction, from: string, to: string): Promise<void> {
  await moveAddress(tx, from, to)
  for (const feed of FEEDS) await moveAddress(tx, `${from}/${feed}`, `${to}/${feed}`)
}
