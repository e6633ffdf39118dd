import { and, asc, count, desc, notExists, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { missingAddresses } from '@/db/schema/reading'
import { redirects } from '@/db/schema/site'
import { contains } from '../contains'
import { type ListPage, listPage } from '../list-page'
import { Refused, type Viewer } from '../people/viewer'
import { mayKeepRedirects } from '../site/redirect-desk'

export type MissingAddress = { path: string; source: string; count: number; firstAt: Date; lastAt: Date }

const AT_ONCE = 50

/**
 * A page of the addresses that lead nowhere and contain a text, those that were asked for the most first. What leads on
 * meanwhile is left out.
 *
 * @throws {Refused}
 */
export async function searchMissing(viewer: Viewer, text: string, page: number): Promise<ListPage<MissingAddress>> {
  if (!mayKeepRedirects(viewer)) throw new Refused(viewer, 'see which addresses lead nowhere')
  const { path } = missingAddresses
  const leadsOn = database().select({ path: redirects.path }).from(redirects).where(sql`${redirects.path} = ${path}`)
  const where = and(notExists(leadsOn), contains(path, text.trim().slice(0, 200)))
  return listPage(
    page,
    async () => (await database().select({ total: count() }).from(missingAddresses).where(where))[0]?.total ?? 0,
    ({ limit, offset }) =>
      database()
        .select()
        .from(missingAddresses)
        .where(where)
        .orderBy(desc(missingAddresses.count), desc(missingAddresses.lastAt), asc(path))
        .limit(limit)
        .offset(offset),
    AT_ONCE,
  )
}
