import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountField } from '@/app/_components/account/account-field'
import { Door } from '@/app/_components/account/door'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { paths } from '@/lib/paths'
import { currentHalfway } from '@/lib/people/current-viewer'
import { getSecondFactors } from '@/lib/people/second-factor-queries'
import { isFresh } from '@/lib/people/security-post'
import { unsafeViewer } from '@/lib/people/viewer'
import { wayBack } from '@/lib/people/way-back'
import { told } from '@/lib/serving/form-answers'
import { ShowPasskey } from './show-passkey'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Confirm that it is you'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ back?: string }> }

/** The second step of signing in: a passkey, a code of the app, or a recovery code. */
export default async function ConfirmPage({ searchParams }: Props) {
  const back = wayBack((await searchParams).back, '')
  const halfway = await currentHalfway()
  if (!halfway) redirect(paths.signIn(back))
  if (halfway.session.secondFactorAt && isFresh(halfway) && !told()) redirect(back || paths.home())
  const { personId: id, name, role } = halfway
  const { passkeys, authenticatorSince } = await getSecondFactors(unsafeViewer({ id, name, role }))
  return (
    <Door title="Confirm that it is you">
      <ProblemSummary />
      {passkeys.length > 0 && <ShowPasskey back={back} />}
      <form method="post" action={paths.confirmByCode()} className="account-form">
        <input type="hidden" name="back" value={back} />
        <AccountField
          name="code"
          label={authenticatorSince ? 'Code that the app shows' : 'Recovery code'}
          hint={authenticatorSince ? 'Six digits. A recovery code works as well.' : undefined}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
        />
        <button type="submit" className="button">
          Confirm
        </button>
      </form>
      <form method="post" action={paths.signOut()} className="account-tools">
        <button type="submit" className="account-button">
          Sign in as somebody else
        </button>
      </form>
    </Door>
  )
}
