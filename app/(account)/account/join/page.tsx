import type { Metadata } from 'next'
import { AccountField } from '@/app/_components/account/account-field'
import { Door } from '@/app/_components/account/door'
import { PasswordField } from '@/app/_components/account/password-field'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { paths } from '@/lib/paths'
import { getInvitation, type OpenInvitation } from '@/lib/people/invitation-commands'
import { told } from '@/lib/serving/form-answers'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Join the newsroom'), robots: { index: false }, referrer: 'same-origin' }
}

type Props = { searchParams: Promise<{ token?: string; done?: string }> }

/** Where an invitation leads. */
export default async function JoinPage({ searchParams }: Props) {
  const { token, done } = await searchParams
  if (done !== undefined) return <Joined />
  const invitation = typeof token === 'string' ? await getInvitation(token) : null
  return invitation ? <Invitation token={token as string} invitation={invitation} /> : <Stale />
}

function Invitation({ token, invitation: { email, role, hasAccount } }: { token: string; invitation: OpenInvitation }) {
  return (
    <Door title="Join the newsroom">
      <ProblemSummary />
      <p>
        You join as {role}, with the address {email}.
      </p>
      {hasAccount && <p>There is an account with this address: it gets the role, and keeps its name and password.</p>}
      <form method="post" action={paths.acceptInvitation()} className="account-form">
        <input type="hidden" name="token" value={token} />
        {!hasAccount && <AccountField name="name" label="Your name" autoComplete="name" maxLength={120} />}
        {!hasAccount && (
          <PasswordField
            autoComplete="new-password"
            hint="At least 10 characters. A few words are better than a few signs."
            problem={told()?.problems.find(({ field }) => field === 'password')?.words}
          />
        )}
        <button className="button" type="submit">
          Join
        </button>
      </form>
    </Door>
  )
}

function Joined() {
  return (
    <Door title="Welcome to the newsroom">
      <p>
        Your account is ready. <a href={paths.signIn(paths.dashboard())}>Sign in</a>
      </p>
    </Door>
  )
}

function Stale() {
  return (
    <Door title="This invitation cannot be used">
      <p>
        It was used already, was taken back, is too old, or was not copied whole. Ask whoever sent it for a new one.
      </p>
    </Door>
  )
}
