import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { CurrentPassword } from '@/app/_components/account/current-password'
import { PasswordField } from '@/app/_components/account/password-field'
import { ProblemSummary, problemWith, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getOwnAccount } from '@/lib/people/own-account'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Password'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string }> }

/** Where a password is chosen by somebody who is signed in. */
export default async function PasswordPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.accountPassword())
  const [{ done }, { email, hasPassword }] = await Promise.all([searchParams, getOwnAccount(viewer)])
  const intro = hasPassword
    ? 'Choosing a new one signs you out everywhere else.'
    : 'You have none: a code is mailed to you when you sign in. You can choose one all the same.'
  return (
    <AccountPage title="Password" intro={intro} current={paths.accountPassword()}>
      <SuccessNotice
        words={done === 'changed' ? 'Your password is set, and everywhere else was signed out.' : undefined}
      />
      <ProblemSummary />
      <form method="post" action={paths.changePassword()} className="account-form">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <CurrentPassword hasPassword={hasPassword} />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          problem={problemWith('password')}
          hint="At least 10 characters. A few words are better than a few signs."
        />
        <button className="button" type="submit">
          Set password
        </button>
      </form>
    </AccountPage>
  )
}
