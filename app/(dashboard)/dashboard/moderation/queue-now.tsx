'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { listOf, placeFields, type QueuePlace, type Tab } from '@/lib/moderation/queue'
import { paths } from '@/lib/paths'

/** How the queue is by now: how many comments each tab has, and who else looks at which. */
export type Now = { counts: Record<Tab, number>; claims: Record<number, string> }

/** In milliseconds. */
const ASKED_EVERY = 10_000

const Context = createContext<Now | null>(null)

type Props = { place: QueuePlace; start: Now; children: ReactNode }

/** Keeps what is said of the queue as it is by now; without a script it stays as it was. */
export function QueueNow({ place, start, children }: Props) {
  const [now, setNow] = useState(start)
  useEffect(() => setNow(start), [start])
  const address = paths.queueCounts(`?${new URLSearchParams(placeFields(listOf(place)))}`)
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return
      const answer = await fetch(address).catch(() => null)
      // Whoever was signed out meanwhile is led to the form by the next thing they do.
      if (!answer?.ok || answer.redirected) return
      const { counts, claims } = (await answer.json()) as Now
      setNow((before) => ({ counts: { ...before.counts, ...counts }, claims }))
    }
    const timer = setInterval(ask, ASKED_EVERY)
    return () => clearInterval(timer)
  }, [address])
  return <Context value={now}>{children}</Context>
}

export function useQueueNow(): Now {
  const now = useContext(Context)
  if (!now) throw new Error('Nothing says how the queue is: QueueNow stands around what asks.')
  return now
}

/** Who else looks at a comment. */
export function LookedAtBy({ id }: { id: number }) {
  const by = useQueueNow().claims[id]
  return by ? <p className="queue-claim">Being looked at by {by}</p> : null
}
