import type { ReactNode } from 'react'
import type { SectionSummary, Site } from '@/lib/site/site'
import { Colophon } from './colophon'
import { Masthead } from './masthead'

type SiteFrameProps = {
  site: Site
  sections: SectionSummary[]
  /** The slug of the section that the page belongs to. */
  current?: string
  /** On the front page: the day it is dated. */
  today?: Date
  children: ReactNode
}

/** What stands around every page that readers see: where they are, where they can go, and who speaks. */
export function SiteFrame({ site, sections, current, today, children }: SiteFrameProps) {
  return (
    <>
      <nav className="skip" aria-label="Skip">
        <a href="#main">Skip to main content</a>
        <a href="#sections">Skip to navigation</a>
      </nav>
      <Masthead site={site} sections={sections} current={current} today={today} />
      <main id="main" className="page">
        {children}
      </main>
      <Colophon site={site} sections={sections} />
    </>
  )
}
