import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Door } from '@/app/_components/account/door'
import { NewPasswordField, SignatureField } from '@/app/_components/account/newcomer-fields'
import { ProblemSummary, problemWith, titleWithProblem } from '@/app/_components/account/problem-summary'
import { MailboxField } from '@/app/_components/account/sign-in-forms'
import { paths } from '@/lib/paths'
import { currentViewer } from '@/lib/people/current-viewer'
import { wayBack } from '@/lib/people/way-back'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Create an account'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ back?: string }> }

/** Where a reader joins. */
export default async function SignUpPage({ searchParams }: Props) {
  const back = wayBack((await searchParams).back, '')
  if (await currentViewer()) redirect(back || paths.home())
  return (
    <Door title="Create an account">
      <p>An account lets you comment, save articles and follow what matters to you. Reading needs none.</p>
      <ProblemSummary />
      <form method="post" action={paths.beginSignUp()} className="account-form">
        <input type="hidden" name="back" value={back} />
        <SignatureField />
        <MailboxField hint="Nobody else sees it. We send you a code to confirm it." />
        <NewPasswordField problem={problemWith('password')} />
        <button className="button" type="submit">
          Create an account
        </button>
      </form>
      <ul className="door-links">
        <li>
          Have an account? <a href={paths.signIn(back)}>Sign in</a>
        </li>
      </ul>
    </Door>
  )
}
