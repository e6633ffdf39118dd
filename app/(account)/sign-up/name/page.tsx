import type { Metadata } from 'next'
import { Door } from '@/app/_components/account/door'
import { NewPasswordField, SignatureField } from '@/app/_components/account/newcomer-fields'
import { ProblemSummary, problemWith, titleWithProblem } from '@/app/_components/account/problem-summary'
import { StaleCode } from '@/app/_components/account/stale-code'
import { paths } from '@/lib/paths'
import { getCodeRequest } from '@/lib/people/code-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('What are you called?'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ request?: string }> }

/** Where somebody who came in by code and has no account yet makes one. */
export default async function NewcomerPage({ searchParams }: Props) {
  const { request } = await searchParams
  const asked = await getCodeRequest(request)
  if (!asked?.isProven) return <StaleCode />
  return (
    <Door title="What are you called?">
      <p>{asked.email} is confirmed, and there is no account with it yet. A name is all that is missing.</p>
      <ProblemSummary />
      <form method="post" action={paths.finishSignUp()} className="account-form">
        <input type="hidden" name="request" value={request} />
        <SignatureField />
        <NewPasswordField problem={problemWith('password')} />
        <button className="button" type="submit">
          Create an account
        </button>
      </form>
    </Door>
  )
}
