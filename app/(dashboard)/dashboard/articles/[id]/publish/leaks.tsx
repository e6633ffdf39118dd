import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { DataTable } from '@/app/_components/newsroom/data-table'
import { Notice } from '@/app/_components/newsroom/notice'
import { Part } from '@/app/_components/newsroom/page-head'
import { leakScanAction } from '@/lib/articles/leaks/leak-scan-actions'
import type { LeakScan } from '@/lib/articles/leaks/leak-scan-queries'
import { formatMoment, type Place } from '@/lib/dates'

const VERDICTS = {
  clean: ['success', 'Nothing'],
  leak: ['danger', 'Leak'],
  failed: ['warning', 'No answer'],
} as const

/** Whether anything of an article that is not for readers is in public, and the button that looks. */
export function Leaks({ articleId, scan, place }: { articleId: number; scan: LeakScan | null; place: Place }) {
  const lines = scan?.lines ?? []
  const troubled = lines.filter(({ verdict }) => verdict !== 'clean')
  const clean = lines.filter(({ verdict }) => verdict === 'clean')
  return (
    <div id="leaks">
      <Part
        title="Leaks"
        intro="Asks every public page, list, feed, search and picture for this article as somebody would who has no account, and tells what of it is there."
      >
        {scan && (
          <>
            <Notice tone={toneOf(scan)} title={sentenceOf(scan)}>
              <p>{`Looked by ${scan.actor}, ${formatMoment(scan.at, place)}, in ${(scan.milliseconds / 1000).toFixed(1)} s.`}</p>
            </Notice>
            {troubled.length > 0 && <Lines caption="Addresses to look at" lines={troubled} />}
            <details className="desk-more">
              <summary>{`The ${clean.length} addresses that show nothing of it`}</summary>
              <Lines caption="Addresses that show nothing of it" lines={clean} />
            </details>
          </>
        )}
        <form action={leakScanAction}>
          <input type="hidden" name="article" value={articleId} />
          <Button>{scan ? 'Look again' : 'Look for leaks'}</Button>
        </form>
      </Part>
    </div>
  )
}

function toneOf({ leaks, failed }: LeakScan): 'danger' | 'warning' | 'success' {
  if (leaks > 0) return 'danger'
  return failed > 0 ? 'warning' : 'success'
}

function sentenceOf({ lines, leaks, failed }: LeakScan): string {
  const silent = failed === 0 ? '' : ` ${failed === 1 ? '1 address' : `${failed} addresses`} did not answer.`
  if (leaks === 0) return `Nothing of it was found at ${lines.length - failed} addresses.${silent}`
  return `Something of it was found at ${leaks} of ${lines.length} addresses.${silent}`
}

function Lines({ caption, lines }: { caption: string; lines: LeakScan['lines'] }) {
  return (
    <DataTable
      caption={caption}
      isDense
      rows={lines}
      rowKey={({ address }) => address}
      columns={[
        {
          head: 'Found',
          cell: ({ verdict, found }) => {
            const [tone, words] = VERDICTS[verdict]
            return (
              <>
                <Badge tone={tone}>{words}</Badge> {found.join(', ')}
              </>
            )
          },
        },
        {
          head: 'Address',
          isName: true,
          cell: ({ address }) => (
            <a href={address} className="desk-code">
              {address}
            </a>
          ),
        },
        { head: 'Status', isNumber: true, from: 'medium', cell: ({ status }) => (status === 0 ? '–' : status) },
      ]}
    />
  )
}
