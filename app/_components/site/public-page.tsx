import type { ReactNode } from 'react'
import { getSections, getSite } from '@/lib/site/site-queries'
import { SiteFrame } from './site-frame'

/** A page for readers: the frame with what it needs. */
export async function PublicPage({
  current,
  today,
  children,
}: {
  current?: string
  today?: Date
  children: ReactNode
}) {
  const [site, sections] = await Promise.all([getSite(), getSections()])
  return (
    <SiteFrame site={site} sections={sections} current={current} today={today}>
      {children}
    </SiteFrame>
  )
}
