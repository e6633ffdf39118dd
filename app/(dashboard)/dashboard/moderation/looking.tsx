'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { IDLE_AFTER, RENEWED_EVERY } from '@/lib/moderation/claim'
import { paths } from '@/lib/paths'
import { useQueueNow } from './queue-now'

type Props = {
  id: number
  /** Who else has it, as far as the page knows; null for nobody. */
  claimedBy: string | null
}

const ACTS = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const

/**
 * Keeps a comment claimed as long as its page is open, in view and in use, and lets it go when it is left. Where somebody
 * else took it over, or let it go, the page is drawn anew.
 */
export function Looking({ id, claimedBy }: Props) {
  const router = useRouter()
  useEffect(() => {
    let actedAt = Date.now()
    const act = () => {
      actedAt = Date.now()
    }
    const renew = async () => {
      if (document.hidden || Date.now() - actedAt > IDLE_AFTER) return
      const answer = await say(id, false)
      if (!answer?.ok || answer.redirected) return
      const { by } = (await answer.json()) as { by: string | null }
      if (by !== claimedBy) router.refresh()
    }
    const leave = () => void say(id, true)
    const timer = setInterval(renew, RENEWED_EVERY)
    void renew()
    for (const name of ACTS) document.addEventListener(name, act, { passive: true, capture: true })
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      for (const name of ACTS) document.removeEventListener(name, act, { capture: true })
      window.removeEventListener('pagehide', leave)
    }
  }, [id, claimedBy, router])
  // Drawn anew for somebody else's claim, it is still the same comment that is looked at.
  useEffect(() => () => void say(id, true), [id])
  return null
}

/** The same for a comment that is marked in the list. */
export function LookingInList({ id }: { id: number }) {
  return <Looking id={id} claimedBy={useQueueNow().claims[id] ?? null} />
}

function say(id: number, isLeaving: boolean): Promise<Response | null> {
  const init = { method: 'POST', body: JSON.stringify({ isLeaving }), keepalive: isLeaving }
  return fetch(paths.queuedCommentClaim(id), init).catch(() => null)
}
