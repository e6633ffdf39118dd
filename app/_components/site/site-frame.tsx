import type { ReactNode } from 'react'
import { formatDay } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { SectionSummary, Site } from '@/lib/site/site'

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
      <header className={`page ${today ? 'masthead-home' : ''}`.trim()}>
        {today && <p className="masthead-top">{formatDay(today, site)}</p>}
        <div className="masthead-name">
          <a href={paths.home()}>{site.name}</a>
          {today && site.tagline && <p className="tagline">{site.tagline}</p>}
        </div>
        <nav id="sections" className="sections" aria-label="Sections">
          <ul>
            {sections.map(({ slug, name }) => (
              <li key={slug}>
                <a href={paths.section(slug)} aria-current={slug === current ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" className="page">
        {children}
      </main>
      <footer className="page">
        <div className="colophon">
          <strong>{site.name}</strong>
          <p>{site.description}</p>
          <ul>
            {sections.map(({ slug, name }) => (
              <li key={slug}>
                <a href={paths.section(slug)}>{name}</a>
              </li>
            ))}
            <li>
              <a href={paths.latest()}>Latest</a>
            </li>
            <li>
              <a href={paths.archive()}>Archive</a>
            </li>
            <li>
              <a href={paths.corrections()}>Corrections</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  )
}
