import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Door } from '@/app/_components/account/door'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { ProviderButtons, ProviderProblem } from '@/app/_components/account/provider-buttons'
import { CodeRequestForm, PasswordSignInForm } from '@/app/_components/account/sign-in-forms'
import { BarredNotice } from '@/app/_components/people/barred-notice'
import { paths } from '@/lib/paths'
import { currentBarred } from '@/lib/people/current-barred'
import { currentViewer } from '@/lib/people/current-viewer'
import { wayBack } from '@/lib/people/way-back'
import { told } from '@/lib/serving/form-answers'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Sign in'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ back?: string; with?: string; error?: string }> }

/** Where somebody comes in: by a code that is mailed, or by password. */
export default async function SignInPage({ searchParams }: Props) {
  const { back: wanted, with: way, error } = await searchParams
  const back = wayBack(wanted, '')
  if (await currentViewer()) redirect(back || paths.home())
  const barred = await currentBarred()
  const isByPassword = way === 'password'
  return (
    <Door title="Sign in">
      <ProblemSummary />
      {barred && !told() && <BarredNotice barred={barred} />}
      <ProviderProblem error={error} />
      {isByPassword ? <PasswordSignInForm back={back} /> : <CodeRequestForm back={back} />}
      <ProviderButtons back={back} />
      <ul className="door-links">
        <li>
          {isByPassword ? (
            <a href={paths.signIn(back)}>Have a code sent by mail instead</a>
          ) : (
            <a href={paths.signInByPassword(back)}>Sign in with a password instead</a>
          )}
        </li>
        {isByPassword && (
          <li>
            <a href={paths.reset()}>Choose a new password</a>
          </li>
        )}
        <li>
          No account yet? <a href={paths.signUp(back)}>Create an account</a>
        </li>
      </ul>
    </Door>
  )
}
