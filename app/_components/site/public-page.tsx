import type { ReactNode } from 'react'
import { getBreakingNews } from '@/lib/fronts/breaking-queries'
import { isPublicRendering } from '@/lib/serving/render-scope'
import { getSections, getSite } from '@/lib/site/site-queries'
import { ReaderModules } from './reader-modules'
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
  const [site, sections, breaking] = await Promise.all([getSite(), getSections(), getBreakingNews()])
  const isPublic = isPublicRendering()
  return (
    <>
      {isPublic && <script src="/reader/theme.js" />}
      <SiteFrame site={site} sections={sections} current={current} today={today} breaking={breaking}>
        {children}
      </SiteFrame>
      <ReaderModules names={['late']} />
    </>
  )
}
