'use client'

import { Tabs } from '@/app/_components/newsroom/tabs'
import { listOf, type QueuePlace, queueAddress, TABS, type Tab } from '@/lib/moderation/queue'
import { useQueueNow } from './queue-now'

const NAMES: Record<Tab, string> = {
  pending: 'Pending',
  reported: 'Reported',
  illegal: 'Illegal',
  new: 'New',
  approved: 'Approved',
  rejected: 'Rejected',
  escalated: 'Escalated',
  appeals: 'Appeals',
}

/**
 * The tabs of the queue with what is in each by now. What arrived is announced and comes when it is asked for: a list never
 * moves under somebody who decides.
 *
 * @param shown how many the open tab had when its list was made
 */
export function QueueTabs({ place, shown }: { place: QueuePlace; shown: number }) {
  const { counts } = useQueueNow()
  const first = { ...listOf(place), page: 1 }
  const more = counts[place.tab] - shown
  return (
    <>
      <Tabs
        label="Queues"
        tabs={TABS.map((tab) => [
          `${NAMES[tab]} ${counts[tab].toLocaleString('en-GB')}`,
          queueAddress({ ...first, tab }),
        ])}
        current={queueAddress(first)}
      />
      <p role="status" className="queue-more">
        {more > 0 && <a href={queueAddress(place)}>{more === 1 ? '1 more — show' : `${more} more — show`}</a>}
      </p>
    </>
  )
}
