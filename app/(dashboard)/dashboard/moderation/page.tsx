import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { Pagination } from '@/app/_components/newsroom/pagination'
import { leaveComments } from '@/lib/moderation/claim-commands'
import { findKeptWords, keptFor } from '@/lib/moderation/kept-words'
import { lookAt } from '@/lib/moderation/look-at'
import { mayModerateSomewhere, moderatedSections } from '@/lib/moderation/moderation-policy'
import { listOf, NO_FILTER, type QueuePlace, queueAddress, readPlace } from '@/lib/moderation/queue'
import { countQueue, listQueue, type QueuedComment } from '@/lib/moderation/queue-queries'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { getSections, getSite } from '@/lib/site/site-queries'
import { BulkForm } from './bulk-form'
import { QueueFilters } from './queue-filters'
import { QueueItem } from './queue-item'
import { QueueKeys } from './queue-keys'
import { QueueNow } from './queue-now'
import { QueueTabs } from './queue-tabs'
import { QueuedRow } from './queued-row'
import { WhatWasDone } from './told'
import { UnsentWords } from './unsent-words'

export const metadata: Metadata = { title: 'Moderation' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What waits for a moderator, and what was decided; beside it, where there is room, the comment that is looked at. */
export default async function ModerationPage({ searchParams }: Props) {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const parameters = await searchParams
  const place = readPlace(parameters)
  const { filter, open } = place
  const item = open === null ? await leaveComments(viewer) : await lookAt(viewer, open)
  const [kept, site, sections, counts, { cards, page, pages, total }] = await Promise.all([
    findKeptWords(viewer),
    getSite(),
    getSections(),
    countQueue(viewer, filter),
    listQueue(viewer, place),
  ])
  const limits = moderatedSections(viewer)
  const address = (change: Partial<QueuePlace>) => queueAddress({ ...listOf(place), page: 1, ...change })
  const ids = cards.map(({ id }) => id)
  const claims = Object.fromEntries(cards.flatMap(({ id, claim }) => (claim ? [[id, claim.by]] : [])))
  return (
    <QueueNow place={place} start={{ counts, claims }}>
      <div className="queue-head" data-wide>
        <PageHead title="Moderation" />
        <QueueTabs place={place} shown={counts[place.tab]} />
        <QueueKeys comments={ids} place={place} />
      </div>
      <WhatWasDone viewer={viewer} parameters={parameters} place={place} />
      {!item && <UnsentWords kept={keptFor(kept, open)} />}
      <QueueFilters
        place={place}
        sections={sections.filter(({ id }) => limits === null || limits.includes(id))}
        all={address({ filter: NO_FILTER })}
      />
      {cards.length === 0 && !item ? (
        <EmptyState title="All clear. Nothing waiting." />
      ) : (
        <>
          {cards.length > 0 && <BulkForm place={place} kept={parameters.stale && open === null ? kept : null} />}
          <div className="queue-desk" data-open={open === null ? undefined : ''}>
            <ol className="queue" aria-label="Comments">
              {cards.map((comment) => (
                <QueuedRow key={comment.id} {...{ comment, place }} zone={site} kept={keptFor(kept, comment.id)} />
              ))}
            </ol>
            <div className="queue-pane">
              <p className="queue-back">
                <a href={queueAddress(listOf(place))}>Back to the list</a>
              </p>
              {item ? (
                <QueueItem
                  key={item.comment.id}
                  {...{ item, viewer, place }}
                  next={after(open, cards)}
                  sent={String(parameters.reply ?? '')}
                  kept={keptFor(kept, open)}
                  zone={site}
                />
              ) : (
                <EmptyState title={open === null ? 'Choose a comment' : 'This comment is not there any more'}>
                  Press j for the next one, or click on it.
                </EmptyState>
              )}
            </div>
          </div>
        </>
      )}
      <Pagination
        page={page}
        pages={pages}
        total={total}
        things={total === 1 ? 'comment' : 'comments'}
        address={(number) => address({ page: number })}
      />
    </QueueNow>
  )
}

/** The comment after the one that is looked at that nobody else looks at; the last before it when there is none. */
function after(open: number | null, cards: QueuedComment[]): number | null {
  const index = cards.findIndex(({ id }) => id === open)
  if (index === -1) return null
  const isFree = ({ claim }: QueuedComment) => claim === null
  const next = cards.slice(index + 1).find(isFree) ?? cards.slice(0, index).findLast(isFree)
  return next?.id ?? null
}
