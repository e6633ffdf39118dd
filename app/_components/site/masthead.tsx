import { dayInZone, formatDay } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { houseMenu } from '@/lib/site/house-menu'
import type { SectionSummary, Site } from '@/lib/site/site'
import { Logo } from './logo'

/** How many sections stand in the row under the name; the menu has all of them. */
const IN_THE_ROW = 8

type MastheadProps = {
  site: Site
  sections: SectionSummary[]
  /** The slug of the section that the page belongs to. */
  current?: string
  /** On the front page: the day it is dated. */
  today?: Date
}

/** The head of every page: the day, the paper's name, and where a reader can go. */
export function Masthead({ site, sections, current, today }: MastheadProps) {
  return (
    <header className={`page masthead ${today ? 'masthead-home' : 'masthead-inner'}`}>
      {today && (
        <p className="masthead-day">
          <time dateTime={dayInZone(today, site.zone)}>{formatDay(today, site)}</time>
        </p>
      )}
      <div className="masthead-name">
        <a href={paths.home()}>{site.logo ? <Logo site={site} /> : site.name}</a>
        {today && site.tagline && <p className="tagline">{site.tagline}</p>}
      </div>
      <a className="masthead-search" href={paths.search()}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M11 11l4 4M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        <span>Search</span>
      </a>
      {today && (
        <a className="masthead-account" href={paths.signIn()} data-account="head">
          Sign in
        </a>
      )}
      <nav id="sections" className="sections" aria-label="Sections">
        <SectionLinks sections={sections.slice(0, IN_THE_ROW)} current={current} />
      </nav>
      <Menu site={site} sections={sections} current={current} />
    </header>
  )
}

/** Everything there is; it opens without a script. */
function Menu({ site, sections, current }: Pick<MastheadProps, 'site' | 'sections' | 'current'>) {
  return (
    <details className="menu">
      <summary>
        <span className="on-narrow">Menu</span>
        <span className="on-wide">More</span>
      </summary>
      <nav className="menu-panel" aria-label="Menu">
        <SectionLinks sections={sections} current={current} />
        <PaperLinks menu={site.menu} hasAccount />
      </nav>
    </details>
  )
}

export function SectionLinks({ sections, current }: Pick<MastheadProps, 'sections' | 'current'>) {
  return (
    <ul>
      {sections.map(({ slug, name }) => (
        <li key={slug}>
          <a href={paths.section(slug)} aria-current={slug === current ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The lists that belong to no section. */
export function PaperLinks({ menu, hasAccount = false }: Pick<Site, 'menu'> & { hasAccount?: boolean }) {
  return (
    <ul>
      {hasAccount && (
        <li>
          <a href={paths.signIn()} data-account="menu">
            Sign in
          </a>
        </li>
      )}
      {(menu ?? houseMenu()).map(({ label, address }) => (
        <li key={`${label} ${address}`}>
          <a href={address}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
