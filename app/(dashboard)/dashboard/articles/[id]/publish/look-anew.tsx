'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** How often a page looks whether what it waits for has come, in milliseconds. */
const INTERVAL = 1_000

/** Has the page made anew for as long as it stands on it. Without a script there is a link. */
export function LookAnew() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), INTERVAL)
    return () => clearInterval(timer)
  }, [router])
  return null
}
