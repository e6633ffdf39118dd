import { readEnvironment } from '@/lib/env'
import { countUnread } from '@/lib/notifications/notification-queries'
import { paths } from '@/lib/paths'
import { currentBarred } from '@/lib/people/current-barred'
import { currentHalfway, currentViewer } from '@/lib/people/current-viewer'
import { isStaff } from '@/lib/people/person-policy'
import { HINT_COOKIE, signOutCookies } from '@/lib/people/session'

/** Who is signed in, for the menu of public pages: those are the same for everyone. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return nobody()
  const links = [
    ['Your account', paths.account()],
    ['Notifications', paths.notifications()],
    ['Saved articles', paths.savedArticles()],
    ...(isStaff(viewer) ? [['Newsroom', paths.dashboard()]] : []),
  ]
  return Response.json({ name: viewer.name, unread: await countUnread(viewer), links })
}

/** Takes the hint away that somebody is signed in, unless they are on the way to be, or are to be told that they may not. */
async function nobody(): Promise<Response> {
  const headers = new Headers()
  const [hint] = signOutCookies(readEnvironment().siteUrl).filter((cookie) => cookie.startsWith(HINT_COOKIE))
  const isKnown = (await currentHalfway()) ?? (await currentBarred())
  if (hint && !isKnown) headers.set('set-cookie', hint)
  // Of whoever is known no refusal is made: a browser would note one on its console with every page.
  return Response.json({ name: null }, { status: isKnown ? 200 : 401, headers })
}
