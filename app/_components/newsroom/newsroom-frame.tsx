import type { ReactNode } from 'react'
import { paths } from '@/lib/paths'
import type { Viewer } from '@/lib/people/viewer'
import type { Site } from '@/lib/site/site'
import { navigationFor } from './navigation'
import { NavigationList } from './navigation-list'
import { PersonMenu } from './person-menu'

/** What stands around every page of the newsroom: where one is, where one can go, and who one is. */
export function NewsroomFrame({ site, viewer, children }: { site: Site; viewer: Viewer; children: ReactNode }) {
  const groups = navigationFor(viewer)
  return (
    <div className="desk">
      <nav className="skip" aria-label="Skip">
        <a href="#main">Skip to main content</a>
      </nav>
      <header className="desk-bar">
        <details className="desk-menu">
          <summary>Menu</summary>
          <NavigationList groups={groups} label="Newsroom menu" />
        </details>
        <p className="desk-name">
          <a href={paths.dashboard()}>{site.name}</a>
          <span>Newsroom</span>
        </p>
        <a className="desk-view" href={paths.home()}>
          View the paper
        </a>
        <PersonMenu viewer={viewer} />
      </header>
      <div className="desk-side">
        <NavigationList groups={groups} label="Newsroom" />
      </div>
      <main id="main" className="desk-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
