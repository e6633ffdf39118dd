'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { UNDO_SECONDS } from '@/lib/moderation/decision'

/** What was just done stays in view while it is fresh, however far one scrolls; afterwards it stands where it is. */
export function FreshMessage({ children }: { children: ReactNode }) {
  const [isFresh, setFresh] = useState(false)
  useEffect(() => {
    setFresh(true)
    const timer = setTimeout(() => setFresh(false), UNDO_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [])
  return <div className={isFresh ? 'queue-told is-fresh' : 'queue-told'}>{children}</div>
}
