import type { Metadata } from 'next'
import { Door } from '@/app/_components/account/door'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { MailboxField } from '@/app/_components/account/sign-in-forms'
import { paths } from '@/lib/paths'
import { getTokenOwner } from '@/lib/people/person-queries'
import { ChoiceForm } from './choice-form'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Choose a password'), robots: { index: false }, referrer: 'same-origin' }
}

type Props = { searchParams: Promise<{ token?: string; done?: string; sent?: string }> }

/** Where a link for choosing a password is asked for, and where it leads. */
export default async function ResetPage({ searchParams }: Props) {
  const { token, done, sent } = await searchParams
  if (done !== undefined) return <Chosen />
  if (sent !== undefined) return <Sent />
  if (token === undefined) return <Ask />
  const owner = typeof token === 'string' ? await getTokenOwner(token) : null
  if (!owner) return <StaleLink />
  return (
    <Door title="Choose a password">
      <p>For the account of {owner.email}.</p>
      <ProblemSummary />
      <ChoiceForm token={token as string} name={owner.name} />
    </Door>
  )
}

function Ask() {
  return (
    <Door title="Choose a new password">
      <p>We send a link to the address of your account.</p>
      <ProblemSummary />
      <form method="post" action={paths.requestReset()} className="account-form">
        <MailboxField />
        <button className="button" type="submit">
          Send me a link
        </button>
      </form>
      <ul className="door-links">
        <li>
          <a href={paths.signIn()}>Come in by a code instead</a>
        </li>
      </ul>
    </Door>
  )
}

function Sent() {
  return (
    <Door title="Check your mail">
      <p>We have sent a mail to the address that you entered. The link in it is good for a day, once.</p>
      <p>Nothing there? Look among unwanted mail too.</p>
      <p>
        <a href={paths.reset()}>Try another address</a>
      </p>
    </Door>
  )
}

function Chosen() {
  return (
    <Door title="Your password is set">
      <p>The link cannot be used again, and everywhere you were signed in, you are no longer.</p>
      <p>
        <a href={paths.signInByPassword()}>Sign in</a>
      </p>
    </Door>
  )
}

function StaleLink() {
  return (
    <Door title="This link cannot be used">
      <p>It was used already, or it is too old, or it was not copied whole.</p>
      <p>
        <a href={paths.reset()}>Have a new one sent</a>, or ask whoever gave it to you. The operator makes one with{' '}
        <code>npm run portal -- user reset</code>.
      </p>
    </Door>
  )
}
