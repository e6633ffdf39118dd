import { markRead } from '@/lib/notifications/notification-commands'
import { findNotification } from '@/lib/notifications/notification-queries'
import { paths } from '@/lib/paths'
import { currentViewer } from '@/lib/people/current-viewer'
import { readId } from '@/lib/people/signed-in-post'

type Props = { params: Promise<{ id: string }> }

/** Leads on to what a notification is about, which is seen by that. One that is gone leads back to the list. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return goTo(paths.signIn(paths.notifications()))
  const id = readId((await params).id)
  const notification = id === null ? null : await findNotification(viewer, id)
  if (!notification) return goTo(paths.notifications())
  await markRead(viewer, [notification.id])
  return goTo(notification.address)
}

/** A look at where it leads is no reading of it. */
export async function HEAD(): Promise<Response> {
  return goTo(paths.notifications())
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
