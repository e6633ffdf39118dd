'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { Notice } from '@/app/_components/newsroom/notice'
import { PageHead } from '@/app/_components/newsroom/page-head'

/** In the place of the queue when something that was sent did not come through: a line that was cut, a server that starts anew. */
export default function QueueLost({ reset }: { reset: () => void }) {
  const router = useRouter()
  const again = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <>
      <PageHead title="Moderation" />
      <Notice tone="danger" title="That did not reach the newsroom">
        <p>
          Look at the queue again before you send it once more: it may have been done. A reply that you typed is kept.
        </p>
        <Button type="button" onClick={again}>
          Look again
        </Button>
      </Notice>
    </>
  )
}
