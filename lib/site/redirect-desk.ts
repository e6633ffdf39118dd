import { asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '@/db/client'
import { redirects } from '@/db/schema/site'
import { isPageAt } from '../articles/check-facts'
import { audit } from '../audit/audit-commands'
import { type ListPage, listPage } from '../list-page'
import { Refused, type Viewer } from '../people/viewer'
import { readAddress } from '../serving/addresses'
import { changed, write } from '../write'
import { moveAddress } from './redirect-commands'

/** What was asked of a redirect cannot be done; the words say why. */
export class RedirectRefused extends Error {
  constructor(
    readonly field: 'from' | 'to',
    words: string,
  ) {
    super(words)
    this.name = 'RedirectRefused'
  }
}

/** May say which old addresses lead where: editors of every section and admins. */
export function mayKeepRedirects({ role, sections }: Viewer): boolean {
  return role === 'admin' || (role === 'editor' && sections === null)
}

export type DeskRedirect = { path: string; target: string; createdAt: Date }

const AT_ONCE = 50

/** A page of the redirects whose addresses contain a text, the newest first. @throws {Refused} */
export async function searchRedirects(viewer: Viewer, text: string, page: number): Promise<ListPage<DeskRedirect>> {
  if (!mayKeepRedirects(viewer)) throw new Refused(viewer, 'see where addresses lead')
  const like = `%${text
    .trim()
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, '\\$&')}%`
  const where: SQL = sql`(${redirects.path} like ${like} escape '\\' or ${redirects.target} like ${like} escape '\\')`
  const { path, target, createdAt } = redirects
  return listPage(
    page,
    async () => (await database().select({ total: count() }).from(redirects).where(where))[0]?.total ?? 0,
    ({ limit, offset }) =>
      database()
        .select({ path, target, createdAt })
        .from(redirects)
        .where(where)
        .orderBy(desc(createdAt), asc(path))
        .limit(limit)
        .offset(offset),
    AT_ONCE,
  )
}

/** A path of this site in its canonical spelling, or what is wrong with it. A whole address of the site is taken, too. */
const path = (siteUrl: string) =>
  z
    .string()
    .trim()
    .transform((typed, context) => {
      const { origin } = new URL(siteUrl)
      const local = typed.startsWith(`${origin}/`) ? typed.slice(origin.length) : typed
      const isPath = local.startsWith('/') && !local.startsWith('//') && !/[?#\s\p{Cc}]/u.test(local)
      const reading = isPath ? readAddress(local) : null
      if (reading && reading.is !== 'unreadable') return reading.address
      context.addIssue({ code: 'custom', message: 'Give a path of this site, such as /2019/05/old-address.' })
      return z.NEVER
    })

/** @param siteUrl the site's own origin */
export function redirectSchema(siteUrl: string) {
  return z.object({ from: path(siteUrl), to: path(siteUrl) })
}

/**
 * Has an old address lead to another. Chains are made short: what led to the first leads to the second, and where that
 * leads on itself, to its end.
 *
 * @throws {Refused} @throws {RedirectRefused} when there is a page at the first, none at the second, or it went in a circle
 */
export async function addRedirect(viewer: Viewer, { from, to }: { from: string; to: string }): Promise<void> {
  if (!mayKeepRedirects(viewer)) throw new Refused(viewer, 'say where addresses lead')
  await write(async (tx) => {
    const end = (await targetOf(tx, to)) ?? to
    if (to === from || end === from)
      throw new RedirectRefused('to', `${to} leads to ${from}: readers would go in a circle.`)
    if (await isPageAt(tx, from))
      throw new RedirectRefused('from', `There is a page at ${from}: it would not be reached any more.`)
    if (!(await isPageAt(tx, end))) throw new RedirectRefused('to', `There is no page at ${end}.`)
    const before = await targetOf(tx, from)
    if (before === end) return
    await moveAddress(tx, from, end)
    await audit(tx, viewer, {
      action: 'redirect.set',
      subject: 'redirect',
      detail: { path: from, from: before, to: end },
    })
  })
}

/** Has an old address lead nowhere again. Doing it again changes nothing. @throws {Refused} */
export async function removeRedirect(viewer: Viewer, from: string): Promise<void> {
  if (!mayKeepRedirects(viewer)) throw new Refused(viewer, 'say where addresses lead')
  await write(async (tx) => {
    const gone = await tx.delete(redirects).where(eq(redirects.path, from)).returning()
    const [row] = gone
    if (!row) return
    await audit(tx, viewer, { action: 'redirect.remove', subject: 'redirect', detail: { path: from, to: row.target } })
    changed(`redirect:${from}`)
  })
}

async function targetOf(tx: Transaction, from: string): Promise<string | null> {
  const [row] = await tx.select({ target: redirects.target }).from(redirects).where(eq(redirects.path, from))
  return row?.target ?? null
}
