import type { Metadata } from 'next'
import { CodeForm } from '@/app/_components/account/code-form'
import { Door } from '@/app/_components/account/door'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { StaleCode } from '@/app/_components/account/stale-code'
import { paths } from '@/lib/paths'
import { type CodeRequest, getCodeRequest, getCodeRequestByLink } from '@/lib/people/code-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Check your mail'), robots: { index: false }, referrer: 'same-origin' }
}

type Props = { searchParams: Promise<{ request?: string; token?: string }> }

/** Where a code is entered, and where the link in its mail leads. */
export default async function VerifyPage({ searchParams }: Props) {
  const { request, token } = await searchParams
  const byLink = await getCodeRequestByLink(token)
  if (byLink) return <FollowLink token={token as string} asked={byLink} />
  const asked = await getCodeRequest(request)
  if (!asked) return <StaleCode />
  return (
    <Door title="Check your mail">
      <p>
        We sent a code to <strong>{asked.email}</strong>. It is good for 30 minutes.
      </p>
      <ProblemSummary />
      <CodeForm action={paths.enterCode()} request={request as string} />
      <SendAgain asked={asked} />
    </Door>
  )
}

function SendAgain({ asked }: { asked: CodeRequest }) {
  return (
    <div className="door-links">
      <p>Nothing there? Look among unwanted mail too. A new code makes this one void.</p>
      <form method="post" action={paths.sendCode()}>
        <input type="hidden" name="email" value={asked.email} />
        <input type="hidden" name="back" value={asked.back} />
        <button type="submit" className="account-link">
          Send a new code
        </button>
      </form>
      <p>
        <a href={paths.signIn(asked.back)}>Use another address</a>
      </p>
    </div>
  )
}

function FollowLink({ token, asked }: { token: string; asked: CodeRequest }) {
  const isChange = asked.purpose === 'change-mailbox'
  return (
    <Door title={isChange ? 'Confirm this address' : 'Come in'}>
      <p>{isChange ? `${asked.email} becomes the address of your account.` : `As ${asked.email}, in this browser.`}</p>
      <ProblemSummary />
      <form method="post" action={paths.followLink()} className="account-form">
        <input type="hidden" name="token" value={token} />
        <button className="button" type="submit">
          {isChange ? 'Confirm' : 'Come in'}
        </button>
      </form>
    </Door>
  )
}
