import { notFound } from 'next/navigation'
import { requireStaff } from './current-viewer'
import type { Viewer } from './viewer'

/**
 * Who of the newsroom asks, if they have a right; for everyone else there is nothing here.
 *
 * @param may what the command or query asks again
 * @param back the path to return to after signing in
 */
export async function requireRight(may: (viewer: Viewer) => boolean, back: string): Promise<Viewer> {
  const viewer = await requireStaff(back)
  return may(viewer) ? viewer : notFound()
}
