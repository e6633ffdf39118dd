import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { ArticleNotFound } from '@/lib/articles/article-record'
import { revisionAction } from '@/lib/articles/editing/revision-actions'
import { comparedRevisions, listSessions } from '@/lib/articles/editing/revision-queries'
import type { Session } from '@/lib/articles/editing/revision-sessions'
import { byName } from '@/lib/by-name'
import { formatClock, formatMoment, type Place } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { Refused } from '@/lib/people/viewer'
import { getSite } from '@/lib/site/site-queries'
import { Comparison } from './comparison'
import '@/app/styles/newsroom-words.css'
import '@/app/styles/newsroom-revisions.css'

export const metadata: Metadata = { title: 'History' }

const DONE = byName({
  keep: 'The revision is marked as one to keep.',
  'let-go': 'The mark was taken off.',
})

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

/** Every text that was ever saved, in sessions, and any two beside each other. */
export default async function RevisionsPage({ params, searchParams }: Props) {
  const id = Number((await params).id)
  const viewer = await requireStaff(paths.revisions(id))
  const { row, sessions } = await listSessions(viewer, id).catch((error: unknown) => {
    if (error instanceof ArticleNotFound || error instanceof Refused) notFound()
    throw error
  })
  const { from, to, view, done = '' } = await searchParams
  const site = await getSite()
  const [newer, older] = [Number(to ?? row.revision), Number(from)]
  const compared = from ? await comparedRevisions(viewer, id, [older, newer]) : null
  return (
    <>
      <PageHead
        title="History"
        back={{ label: row.headline || `Article ${id}`, address: paths.deskArticle(id) }}
        intro="Every save is kept. What is put back becomes a new revision; nothing is lost by it."
      />
      {DONE[done] && <Notice tone="success">{DONE[done]}</Notice>}
      {from && !compared && <Notice tone="danger">There is no such revision.</Notice>}
      {compared && (
        <Comparison
          articleId={id}
          compared={compared}
          place={site}
          isBeside={view === 'beside'}
          latest={row.revision}
        />
      )}
      <form action={paths.revisions(id)} className="history-form" id="compare">
        <ol className="history">
          {sessions.map((session) => (
            <SessionRow
              key={`${session.first}-${session.last}`}
              session={session}
              articleId={id}
              place={site}
              latest={row.revision}
              chosen={[older, newer]}
            />
          ))}
        </ol>
        <p className="history-compare">
          <Button look="primary">Compare the two</Button>
        </p>
      </form>
    </>
  )
}

type RowProps = { session: Session; articleId: number; place: Place; latest: number; chosen: [number, number] }

function SessionRow({ session, articleId, place, latest, chosen }: RowProps) {
  const { by, from, to, saves, deeds, lines } = session
  const kept = lines.filter(({ keptAt }) => keptAt !== null)
  return (
    <li>
      <p>
        <strong>{by}</strong>{' '}
        <span className="desk-meta">
          {formatMoment(from, place)}
          {to.getTime() - from.getTime() > 60_000 && ` to ${formatClock(to, place)}`} ·{' '}
          {saves === 1 ? '1 save' : `${saves} saves`}
        </span>{' '}
        {deeds.map((deed, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same deed may be done twice, and none moves
          <Badge key={`${deed}-${at}`} tone="accent">
            {deed}
          </Badge>
        ))}
        {kept.length > 0 && <Badge tone="warning">{`${kept.length} to keep`}</Badge>}
      </p>
      <details open={lines.length <= 2}>
        <summary>
          {lines.length === 1 ? `Revision ${session.last}` : `Revisions ${session.first} to ${session.last}`}
        </summary>
        <ul>
          {lines.map(({ number, at, reason, keptAt, keptBy }) => (
            <li key={number}>
              <span className="history-number">{`Revision ${number}`}</span>
              <span className="desk-meta">
                {formatMoment(at, place)} · {reason}
                {keptAt && ` · to keep, says ${keptBy ?? 'somebody who left'}`}
              </span>
              <label>
                <input type="radio" name="from" value={number} defaultChecked={number === (chosen[0] || latest - 1)} />
                <span>
                  From<span className="unseen"> revision {number}</span>
                </span>
              </label>
              <label>
                <input type="radio" name="to" value={number} defaultChecked={number === chosen[1]} />
                <span>
                  To<span className="unseen"> revision {number}</span>
                </span>
              </label>
              <KeepButton articleId={articleId} number={number} isKept={keptAt !== null} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** A form of its own cannot stand in the one that compares: the button says which it belongs to. */
function KeepButton({ articleId, number, isKept }: { articleId: number; number: number; isKept: boolean }) {
  return (
    <Button
      isSmall
      look="quiet"
      formAction={async () => {
        'use server'
        const form = new FormData()
        form.set('article', String(articleId))
        form.set('number', String(number))
        form.set('do', isKept ? 'let-go' : 'keep')
        await revisionAction(form)
      }}
    >
      {isKept ? 'Take the mark off' : 'Keep'}
      <span className="unseen"> revision {number}</span>
    </Button>
  )
}
