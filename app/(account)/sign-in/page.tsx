import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountField } from '@/app/_components/account/account-field'
import { Door } from '@/app/_components/account/door'
import { PasswordField } from '@/app/_components/account/password-field'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { paths } from '@/lib/paths'
import { currentViewer } from '@/lib/people/current-viewer'
import { wayBack } from '@/lib/people/way-back'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Sign in'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ back?: string }> }

/** Where somebody who has an account comes in. */
export default async function SignInPage({ searchParams }: Props) {
  const back = wayBack((await searchParams).back, '')
  if (await currentViewer()) redirect(back || paths.home())
  return (
    <Door title="Sign in">
      <ProblemSummary />
      <form method="post" action={paths.passwordSignIn()} className="account-form">
        <input type="hidden" name="back" value={back} />
        <AccountField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField autoComplete="current-password" />
        <button className="button" type="submit">
          Sign in
        </button>
      </form>
    </Door>
  )
}
