import type { Metadata } from 'next'
import { NotFound } from '@/app/_components/site/not-found'

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } }

/** No address of ours is this deep; the page says so with its status. */
export default function TooDeep() {
  return <NotFound />
}
