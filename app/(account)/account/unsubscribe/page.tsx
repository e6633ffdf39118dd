import type { Metadata } from 'next'
import { Door } from '@/app/_components/account/door'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { KIND_NAMES } from '@/lib/notifications/notification'
import { readUnsubscribeToken } from '@/lib/notifications/unsubscribe'
import { paths } from '@/lib/paths'
import { told } from '@/lib/serving/form-answers'

export const metadata: Metadata = { title: 'Mail you do not want', robots: { index: false } }

/** What the answers to `/account/unsubscribe/{token}` are shown as. It knows nobody who is not signed in. */
export default function UnsubscribePage() {
  const { token = '', step = 'stale' } = told()?.values ?? {}
  const known = readUnsubscribeToken(token)
  if (!known || step === 'stale') return <Stale />
  const what = known.scope === 'all' ? 'notifications' : `“${KIND_NAMES[known.scope]}”`
  return step === 'done' ? <Done what={what} /> : <Ask what={what} token={token} />
}

function Ask({ what, token }: { what: string; token: string }) {
  return (
    <Door title="No more of these mails?">
      <p>You will not be mailed {what} any more. They still stand on the site.</p>
      <form method="post" action={paths.unsubscribe(token)} className="account-form">
        <button type="submit" className="button">
          Mail me no more of these
        </button>
      </form>
      <Others />
    </Door>
  )
}

function Done({ what }: { what: string }) {
  return (
    <Door title="No more of these mails">
      <SuccessNotice words={`You are not mailed ${what} any more.`} />
      <Others />
    </Door>
  )
}

function Stale() {
  return (
    <Door title="This link cannot be used">
      <p>
        It was not copied whole, or it is none of ours. Open it from the mail again, or choose what is mailed in your
        account.
      </p>
      <Others />
    </Door>
  )
}

function Others() {
  return (
    <p className="door-links">
      <a href={paths.notificationMail()}>Choose what is mailed, and when</a>
    </p>
  )
}
