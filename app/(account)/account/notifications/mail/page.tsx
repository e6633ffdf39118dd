import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { CHOICE_NAMES, KIND_NAMES, type MailChoice, type NotificationKind } from '@/lib/notifications/notification'
import { getMailChoices } from '@/lib/notifications/notification-queries'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('What is mailed'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string }> }

const CHOICES = Object.entries(CHOICE_NAMES) as [MailChoice, string][]

/** How each kind of notification is mailed. */
export default async function NotificationMailPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.notificationMail())
  const chosen = await getMailChoices(viewer)
  const { done } = await searchParams
  return (
    <AccountPage
      title="What is mailed"
      intro="Everything stands under Notifications in any case. The daily mail leaves at seven in the morning."
      current={paths.notifications()}
    >
      <ProblemSummary />
      <SuccessNotice words={done === undefined ? undefined : 'Your choices are kept.'} />
      <form method="post" action={paths.chooseNotificationMail()}>
        <table className="account-choices">
          <thead>
            <tr>
              <th scope="col">Tell me of</th>
              {CHOICES.map(([choice, name]) => (
                <th key={choice} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.entries(KIND_NAMES) as [NotificationKind, string][]).map(([kind, name]) => (
              <tr key={kind}>
                <th scope="row">{name}</th>
                {CHOICES.map(([choice, words]) => (
                  <td key={choice}>
                    <label>
                      <input type="radio" name={kind} value={choice} defaultChecked={chosen[kind] === choice} />
                      <span className="unseen">
                        {name}: {words}
                      </span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div className="account-tools">
          <button type="submit" className="button">
            Keep these choices
          </button>
        </div>
      </form>
    </AccountPage>
  )
}
