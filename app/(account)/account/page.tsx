import type { Metadata } from 'next'
import { ACCOUNT_ENTRIES } from '@/app/_components/account/account-navigation'
import { AccountPage } from '@/app/_components/account/account-page'
import { BarredNotice } from '@/app/_components/people/barred-notice'
import { formatMoment } from '@/lib/dates'
import { countUnread } from '@/lib/notifications/notification-queries'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getBarred } from '@/lib/people/standing-queries'
import { getDeletion } from '@/lib/personal-data/deletion-queries'
import { getSite } from '@/lib/site/site-queries'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

/** Where everything of one's own begins. */
export default async function AccountOverview() {
  const viewer = await requireViewer(paths.account())
  const [unread, deletion, barred, site] = await Promise.all([
    countUnread(viewer),
    getDeletion(viewer),
    getBarred(viewer),
    getSite(),
  ])
  return (
    <AccountPage title="Your account" intro={`Signed in as ${viewer.name}.`} current={paths.account()}>
      {barred && <BarredNotice barred={barred} />}
      {deletion && (
        <div className="account-notice is-problem">
          <h2>Your account will be deleted on {formatMoment(deletion.dueAt, site)}</h2>
          <p>
            <a href={paths.accountDeletion()}>Keep my account</a>
          </p>
        </div>
      )}
      <ul className="account-list">
        {ACCOUNT_ENTRIES.map(({ label, about, address }) => (
          <li key={address}>
            <div>
              <h2>
                <a href={address}>{label}</a>
              </h2>
              <p className="account-meta">{about}</p>
            </div>
            {address === paths.notifications() && unread > 0 && <span className="account-new">{unread} new</span>}
          </li>
        ))}
      </ul>
      <form method="post" action={paths.signOut()} className="account-tools">
        <button type="submit" className="account-button">
          Sign out
        </button>
      </form>
    </AccountPage>
  )
}
