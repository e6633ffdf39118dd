import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { CurrentPassword } from '@/app/_components/account/current-password'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { MailboxField } from '@/app/_components/account/sign-in-forms'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getOwnAccount } from '@/lib/people/own-account'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('E-mail address'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string }> }

/** Which mailbox the account belongs to. */
export default async function MailboxPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.accountMailbox())
  const [{ done }, { email, hasPassword }] = await Promise.all([searchParams, getOwnAccount(viewer)])
  return (
    <AccountPage title="E-mail address" intro={`It is ${email}. Nobody else sees it.`} current={paths.accountMailbox()}>
      <SuccessNotice words={done === 'changed' ? `Your e-mail address is now ${email}.` : undefined} />
      <ProblemSummary />
      <form method="post" action={paths.changeMailbox()} className="account-form">
        <MailboxField
          label="New e-mail address"
          hint="We send it a code to confirm it, and tell the old address. Everywhere else is signed out."
        />
        <CurrentPassword hasPassword={hasPassword} />
        <button className="button" type="submit">
          Send me a code
        </button>
      </form>
    </AccountPage>
  )
}
