import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { Pagination } from '@/app/_components/lists/pagination'
import { formatMoment } from '@/lib/dates'
import { pageNumber } from '@/lib/list-page'
import type { Notification } from '@/lib/notifications/notification'
import { countUnread, listNotifications } from '@/lib/notifications/notification-queries'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Notifications', robots: { index: false } }

type Props = { searchParams: Promise<{ page?: string; done?: string }> }

/** What the viewer was told, newest first. */
export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.notifications())
  const { page, done } = await searchParams
  const [list, unread, site] = await Promise.all([
    listNotifications(viewer, pageNumber(page)),
    countUnread(viewer),
    getSite(),
  ])
  return (
    <AccountPage
      title="Notifications"
      intro={
        <>
          {unread === 0 ? 'Nothing new.' : `${unread} new.`}{' '}
          <a href={paths.notificationMail()}>Choose what is mailed, and when</a>
        </>
      }
      current={paths.notifications()}
    >
      <SuccessNotice words={done === 'read' ? 'Everything is marked as read.' : undefined} />
      {unread > 0 && (
        <form method="post" action={paths.markNotifications()} className="account-tools">
          <button type="submit" className="account-button">
            Mark all as read
          </button>
        </form>
      )}
      {list.total === 0 ? <Nothing /> : <List told={list.cards} site={site} />}
      <Pagination page={list.page} pages={list.pages} address={paths.notifications} />
    </AccountPage>
  )
}

function Nothing() {
  return (
    <div className="account-empty">
      <p>
        You will be told here when somebody answers you, when a moderator decides on a comment of yours, and of what you
        follow.
      </p>
    </div>
  )
}

function List({ told, site }: { told: Notification[]; site: Site }) {
  return (
    <ol className="account-list">
      {told.map(({ id, words, headline, excerpt, createdAt, readAt }) => (
        <li key={id} className={readAt ? undefined : 'is-unread'}>
          <div>
            <p className="account-meta">
              {!readAt && <span className="account-new">New · </span>}
              {words} · <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt, site)}</time>
            </p>
            <h2>
              <a href={paths.notification(id)}>{headline || words}</a>
            </h2>
          </div>
          {excerpt && <p className="account-quote">{excerpt}</p>}
        </li>
      ))}
    </ol>
  )
}
