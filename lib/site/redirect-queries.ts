import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { redirects } from '@/db/schema/site'
import { reads } from '../serving/render-scope'

/**
 * Where an address that leads nowhere was moved to, or null.
 *
 * @param path canonical, without a query
 */
export async function getRedirect(path: string): Promise<{ target: string; status: number } | null> {
  reads(`redirect:${path}`)
  const [row] = await database()
    .select({ target: redirects.target, status: redirects.status })
    .from(redirects)
    .where(eq(redirects.path, path))
  return row ?? null
}
