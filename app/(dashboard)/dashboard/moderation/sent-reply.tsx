'use client'

import { useLayoutEffect } from 'react'
import { forgetSent } from './kept-replies'

/** Where readers find a reply that was just sent; what was kept of it on the device goes. */
export function SentReply({ to, address }: { to: number; address: string }) {
  // Before the form looks for what was kept.
  useLayoutEffect(() => forgetSent(to, address), [to, address])
  return (
    <p>
      <a href={address}>See it on the page</a>
    </p>
  )
}
