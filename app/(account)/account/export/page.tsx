import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { CurrentPassword } from '@/app/_components/account/current-password'
import { ProblemSummary, titleWithProblem } from '@/app/_components/account/problem-summary'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { getOwnAccount } from '@/lib/people/own-account'
import { type ExportState, getExportState } from '@/lib/personal-data/export-queries'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Your data'), robots: { index: false } }
}

/** Where somebody takes along everything that is known of them. */
export default async function ExportPage() {
  const viewer = await requireViewer(paths.accountExport())
  const [state, { hasPassword, email }, site] = await Promise.all([
    getExportState(viewer),
    getOwnAccount(viewer),
    getSite(),
  ])
  const mayAsk = state.is !== 'being packed' && (state.is !== 'ready' || state.mayAskAgain)
  return (
    <AccountPage
      title="Your data"
      intro="Everything that this paper knows of you, in one file: a page to read and the same for programs."
      current={paths.accountExport()}
    >
      <ProblemSummary />
      <Standing state={state} site={site} />
      {mayAsk && (
        <form method="post" action={paths.askForExport()} className="account-form">
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <CurrentPassword hasPassword={hasPassword} />
          <button className="button" type="submit">
            {state.is === 'ready' ? 'Ask for a new copy' : 'Ask for a copy'}
          </button>
        </form>
      )}
    </AccountPage>
  )
}

function Standing({ state, site }: { state: ExportState; site: Site }) {
  if (state.is === 'none') return null
  if (state.is === 'failed')
    return <p role="status">{`The copy of ${formatMoment(state.askedAt, site)} could not be made. Ask for another.`}</p>
  if (state.is === 'being packed')
    return (
      <p role="status">
        Your copy is being made. A mail tells you when it is ready; <a href={paths.accountExport()}>look again</a>.
      </p>
    )
  return (
    <div className="account-notice is-success">
      <h2>Your copy is ready</h2>
      <p>
        <a href={paths.exportFile()} download>
          Download it
        </a>{' '}
        ({sizeOf(state.size)}). Made {formatMoment(state.readyAt, site)}, kept until{' '}
        {formatMoment(state.expiresAt, site)}.
      </p>
    </div>
  )
}

/** “38 kB”, “1.2 MB” */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
