import type { ReactNode } from 'react'
import { getBreakingNews } from '@/lib/fronts/breaking-queries'
import { type PageKind, scriptAddress } from '@/lib/serving/page-scripts'
import { isPublicRendering } from '@/lib/serving/render-scope'
import { getSections, getSite } from '@/lib/site/site-queries'
import { SiteFrame } from './site-frame'

/**
 * A page for readers: the frame with what it needs. Its script (`app/_reader/pages/`) is fetched after what is read and
 * seen, and the page works without it. Only pages for everyone have one: others would need a nonce.
 */
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
      {isPublic && <script src={scriptAddress('theme')} data-page-script={scriptAddress(kind)} />}
      <SiteFrame site={site} sections={sections} current={current} today={today} breaking={breaking}>
        {children}
      </SiteFrame>
    </>
  )
}
