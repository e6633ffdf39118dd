import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { byName } from '@/lib/by-name'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getSecondFactors } from '@/lib/people/second-factor-queries'
import { wayBack } from '@/lib/people/way-back'
import { getSite } from '@/lib/site/site-queries'
import { AppPart } from './app-part'
import { PasskeysPart } from './passkeys-part'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Sign-in and security'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ done?: string; needed?: string; app?: string }> }

const DONE = byName({
  app: 'The app is set up.',
  passkey: 'The passkey is set up.',
  codes: 'There are new recovery codes.',
  removed: 'It is removed.',
  renamed: 'The passkey has a new name.',
  'set-up': 'Your second factor is set up.',
})

/** What its owner shows besides a password. */
export default async function SecurityPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.accountSecurity())
  const { done = '', needed, app } = await searchParams
  const [factors, site] = await Promise.all([getSecondFactors(viewer), getSite()])
  const hasFactor = factors.authenticatorSince !== null || factors.passkeys.length > 0
  return (
    <AccountPage
      title="Sign-in and security"
      intro="A second factor keeps others out who have learned your password."
      current={paths.accountSecurity()}
    >
      <ProblemSummary />
      <SuccessNotice words={DONE[done]} />
      {needed !== undefined && !hasFactor && (
        <div className="account-notice">
          <h2>The newsroom needs a second factor</h2>
          <p>Set up a passkey or an app with codes, and go on.</p>
        </div>
      )}
      {hasFactor && (needed !== undefined || done === 'set-up') && (
        <p>
          <a href={wayBack(needed, paths.dashboard())}>Go on to the newsroom</a>
        </p>
      )}
      <PasskeysPart passkeys={factors.passkeys} isOnly={factors.authenticatorSince === null} place={site} />
      <AppPart
        viewer={viewer}
        since={factors.authenticatorSince && formatMoment(factors.authenticatorSince, site)}
        isOnly={factors.passkeys.length === 0}
        isWanted={app !== undefined}
      />
      {hasFactor && <RecoveryPart left={factors.recoveryCodes} />}
    </AccountPage>
  )
}

function RecoveryPart({ left }: { left: number }) {
  return (
    <section className="account-part">
      <h2>Recovery codes</h2>
      <p>{left === 0 ? 'None are left.' : `${left} are left.`} They let you in when your device is lost, each once.</p>
      <form method="post" action={paths.accountSecurity('recovery/renew')} className="account-tools">
        <button type="submit" className="account-button">
          Make new codes
        </button>
      </form>
    </section>
  )
}
