import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/app/_components/newsroom/badge'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { ArticleNotFound } from '@/lib/articles/article-record'
import { isHidden } from '@/lib/articles/leaks/leak-scan-commands'
import { getLeakScan } from '@/lib/articles/leaks/leak-scan-queries'
import { isBlocking } from '@/lib/articles/publish-checks'
import { getPublishSheet } from '@/lib/articles/publish-queries'
import { getReceipts } from '@/lib/articles/receipts/receipt-queries'
import { byName } from '@/lib/by-name'
import { dateToField, formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { Refused } from '@/lib/people/viewer'
import { getSite } from '@/lib/site/site-queries'
import { STATE_NAMES, STATE_TONES } from '../options'
import { Findings } from './findings'
import { Leaks } from './leaks'
import { MoveForms } from './move-forms'
import { PublishForm } from './publish-form'
import { Receipts } from './receipt'

export const metadata: Metadata = { title: 'Publish' }

const DONE = byName({
  published: 'Published.',
  scheduled: 'Scheduled.',
  updated: 'The change is before readers.',
  submitted: 'Sent to the desk.',
  withdrawn: 'Taken back to draft.',
  'sent-back': 'Sent back to its writer.',
  ready: 'Marked as ready.',
  unscheduled: 'Taken off the schedule. It is ready.',
  unpublished: 'Unpublished. Its address answers as if it had never been.',
  killed: 'Killed. The notice stands at its address.',
  reinstated: 'Reinstated. It lies with the desk, unpublished.',
  binned: 'Moved to the bin. It can be restored.',
  restored: 'Restored.',
  scanned: 'Every public surface was asked: what was found stands below.',
  fetched: 'Fetched again.',
})

/** Deeds after which one wants to see what readers get. */
const SHOWING = new Set(['published', 'updated', 'unpublished', 'killed', 'reinstated', 'fetched'])

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

/** Where an article goes out: what is missing, when, on which terms, and what will happen. */
export default async function PublishPage({ params, searchParams }: Props) {
  const id = Number((await params).id)
  const viewer = await requireStaff(paths.publishSheet(id))
  const sheet = await getPublishSheet(viewer, id).catch((error: unknown) => {
    if (error instanceof ArticleNotFound || error instanceof Refused) notFound()
    throw error
  })
  const [site, { done = '' }, receipts] = await Promise.all([getSite(), searchParams, getReceipts(viewer, id)])
  const leakScan = isHidden(sheet.row) ? await getLeakScan(viewer, id) : null
  const { row, text, findings, moves, hasChangesNotLive, lock, section } = sheet
  const isPublished = row.state === 'published'
  const field = (moment: Date | null) => (moment ? dateToField(moment, site.zone) : '')
  const isNew = SHOWING.has(done)
  const receipt = (
    <Receipts
      {...{ articleId: id, receipts, done: isNew ? done : '' }}
      place={site}
      mayFetch={moves.includes('correct')}
    />
  )
  return (
    <>
      <PageHead
        title={text.headline || 'No headline yet'}
        back={{ label: 'Back to the article', address: paths.deskArticle(id) }}
        status={<Badge tone={STATE_TONES[row.state]}>{row.binnedAt ? 'In the bin' : STATE_NAMES[row.state]}</Badge>}
      />
      {DONE[done] && (
        <Notice tone="success" title={DONE[done]}>
          {isPublished && (
            <p>
              <a href={paths.article({ slug: row.slug, section })}>View it</a>
              {' · '}
              <a href={paths.dashboardFronts()}>Place it on a front</a>
            </p>
          )}
        </Notice>
      )}
      {isNew && receipt}
      {lock && (
        <Notice tone="warning" title={`${lock.by} holds this article`}>
          {lock.reason}
        </Notice>
      )}
      <Part title="Checks">
        <Findings findings={findings} articleId={id} />
      </Part>
      {(moves.includes('publish') || moves.includes('schedule')) && (
        <Part title={isPublished ? 'Publish what was changed' : 'Publish'}>
          <PublishForm
            article={{ id, revision: row.revision, isPublished, hasChangesNotLive }}
            section={section.name}
            zone={site.zone}
            start={{
              ...{ at: row.state === 'scheduled' ? field(row.publishedAt) : '', comments: text.comments },
              ...{ embargoUntil: field(row.embargoUntil), takeDownAt: field(row.takeDownAt) },
            }}
            isBlocked={findings.some(isBlocking)}
          />
        </Part>
      )}
      <Part
        title="Move"
        intro={row.publishedAt && row.state === 'scheduled' ? `Due ${formatMoment(row.publishedAt, site)}.` : undefined}
      >
        <MoveForms articleId={id} revision={row.revision} state={row.state} moves={moves} />
      </Part>
      {isHidden(row) && <Leaks articleId={id} scan={leakScan} place={site} />}
      {!isNew && receipt}
    </>
  )
}
