'use client'

import { useEffect, useState } from 'react'
import { Tabs } from '@/app/_components/newsroom/tabs'
import { placeFields, type QueuePlace, queueAddress, TABS, type Tab } from '@/lib/moderation/queue'
import { paths } from '@/lib/paths'

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

type Counts = Record<Tab, number>

/** In milliseconds. */
const ASKED_EVERY = 10_000

/**
 * The tabs of the queue with what is in each by now. What arrived is announced and comes when it is asked for: a list never
 * moves under somebody who decides.
 */
export function QueueTabs({ place, counts }: { place: QueuePlace; counts: Counts }) {
  const now = useCountsNow(place, counts)
  const first = { ...place, page: 1 }
  const more = now[place.tab] - counts[place.tab]
  return (
    <>
      <Tabs
        label="Queues"
        tabs={TABS.map((tab) => [`${NAMES[tab]} ${now[tab].toLocaleString('en-GB')}`, queueAddress({ ...first, tab })])}
        current={queueAddress(first)}
      />
      <p role="status" className="queue-more">
        {more > 0 && <a href={queueAddress(place)}>{more === 1 ? '1 more — show' : `${more} more — show`}</a>}
      </p>
    </>
  )
}

function useCountsNow(place: QueuePlace, counts: Counts): Counts {
  const [now, setNow] = useState(counts)
  useEffect(() => setNow(counts), [counts])
  const address = paths.queueCounts(`?${new URLSearchParams(placeFields(place))}`)
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return
      const answer = await fetch(address).catch(() => null)
      // Whoever was signed out meanwhile is led to the form by the next thing they do.
      if (answer?.ok && !answer.redirected) setNow((await answer.json()) as Counts)
    }
    const timer = setInterval(ask, ASKED_EVERY)
    return () => clearInterval(timer)
  }, [address])
  return now
}
