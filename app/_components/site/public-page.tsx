import type { ReactNode } from 'react'
import { getBreakingNews } from '@/lib/fronts/breaking-queries'
import { type PageKind, scriptAddress } from '@/lib/serving/page-scripts'
import { isPublicRendering } from '@/lib/serving/render-scope'
import { getSections, getSite } from '@/lib/site/site-queries'
import { PageScript } from './page-script'
import { SiteFrame } from './site-frame'

/** A page for readers: the frame with what it needs. */
export async function PublicPage({
  current,
  today,
  kind = 'plain',
  children,
}: {
  current?: string
  today?: Date
  /** What its script has to do. */
  kind?: PageKind
  children: ReactNode
}) {
  const [site, sections, breaking] = await Promise.all([getSite(), getSections(), getBreakingNews()])
  const isPublic = isPublicRendering()
  return (
    <>
      {isPublic && <script src={scriptAddress('theme')} />}
      <SiteFrame site={site} sections={sections} current={current} today={today} breaking={breaking}>
        {children}
      </SiteFrame>
      <PageScript kind={kind} />
    </>
  )
}
