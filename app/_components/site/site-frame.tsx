import type { ReactNode } from 'react'
import type { BreakingNews } from '@/lib/fronts/breaking-news'
import type { SectionSummary, Site } from '@/lib/site/site'
import { BreakingStrip } from './breaking-strip'
import { Colophon } from './colophon'
import { Masthead } from './masthead'

type SiteFrameProps = {
  site: Site
  sections: SectionSummary[]
  /** The slug of the section that the page belongs to. */
  current?: string
  /** On the front page: the day it is dated. */
  today?: Date
  breaking?: BreakingNews | null
  children: ReactNode
}

/** What stands around every page that readers see: where they are, where they can go, and who speaks. */
export function SiteFrame({ site, sections, current, today, breaking, children }: SiteFrameProps) {
  return (
    <>
      <nav className="skip" aria-label="Skip">
        <a href="#main">Skip to main content</a>
        <a href="#sections">Skip to navigation</a>
      </nav>
      <Masthead site={site} sections={sections} current={current} today={today} />
      {breaking && <BreakingStrip breaking={breaking} />}
      <main id="main" className="page">
        {children}
      </main>
      <Colophon site={site} sections={sections} />
    </>
  )
}
