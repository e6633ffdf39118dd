import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { pageNumber } from '@/lib/list-page'
import { MOST_AT_ONCE } from '@/lib/moderation/bulk-decision'
import { mayModerateSomewhere, moderatedSections } from '@/lib/moderation/moderation-policy'
import {
  NO_FILTER,
  type QueuePlace,
  queueAddress,
  readQueueFilter,
  readStaleMark,
  readTab,
} from '@/lib/moderation/queue'
import { countQueue, listQueue } from '@/lib/moderation/queue-queries'
import { findStale } from '@/lib/moderation/stale-decision'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { getSections, getSite } from '@/lib/site/site-queries'
import { BulkForm } from './bulk-form'
import { QueueFilters } from './queue-filters'
import { QueueKeys } from './queue-keys'
import { QueueTabs } from './queue-tabs'
import { QueuedComment } from './queued-comment'
import { LeftAlone, Told } from './told'

export const metadata: Metadata = { title: 'Moderation' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Ids in a parameter of the address. */
function readIds(given: unknown): number[] {
  return String(given ?? '')
    .split(',')
    .slice(0, MOST_AT_ONCE)
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
    .map(Number)
}

/** What waits for a moderator, and what was decided. */
export default async function ModerationPage({ searchParams }: Props) {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const parameters = await searchParams
  const [tab, filter] = [readTab(parameters.tab), readQueueFilter(parameters)]
  const place: QueuePlace = { tab, filter, page: pageNumber(parameters.page) }
  const stale = String(parameters.stale ?? '')
    .split(',')
    .slice(0, MOST_AT_ONCE)
    .map(readStaleMark)
    .filter((mark) => mark !== null)
  const [site, sections, counts, { cards, page, pages, total }, leftAlone] = await Promise.all([
    getSite(),
    getSections(),
    countQueue(viewer, filter),
    listQueue(viewer, place),
    findStale(viewer, stale),
  ])
  const limits = moderatedSections(viewer)
  const address = (change: Partial<QueuePlace>) => queueAddress({ ...place, page: 1, ...change })
  return (
    <>
      <PageHead title="Moderation" />
      <LeftAlone comments={leftAlone} />
      <Told done={String(parameters.done ?? '')} undo={readIds(parameters.undo)} place={place} />
      <QueueTabs place={place} counts={counts} />
      <QueueFilters
        place={place}
        sections={sections.filter(({ id }) => limits === null || limits.includes(id))}
        all={address({ filter: NO_FILTER })}
      />
      {cards.length === 0 ? (
        <EmptyState title="All clear. Nothing waiting." />
      ) : (
        <>
          <QueueKeys comments={cards.map(({ id }) => id)} />
          <BulkForm place={place} />
          <ol className="queue" aria-label="Comments">
            {cards.map((comment) => (
              <QueuedComment key={comment.id} comment={comment} place={place} zone={site} />
            ))}
          </ol>
        </>
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'comment' : 'comments'}
        address={(number) => address({ page: number })}
      />
    </>
  )
}
