import { paths } from '@/lib/paths'
import type { SectionSummary, Site } from '@/lib/site/site'
import { PaperLinks, SectionLinks } from './masthead'

/** What readers without JavaScript are offered; a script puts its own choice in the place of these. */
const THEMES = ['System', 'Light', 'Dark']

/** The foot of every page: who speaks, everything there is, and what a reader can choose for this device. */
export function Colophon({ site, sections }: { site: Site; sections: SectionSummary[] }) {
  return (
    <footer className="page">
      <div className="colophon">
        <div className="imprint">
          <a href={paths.home()}>{site.name}</a>
          <p>{site.description}</p>
        </div>
        <nav aria-label="Foot of the page">
          <div>
            <p>Sections</p>
            <SectionLinks sections={sections} />
          </div>
          <div>
            <p>The paper</p>
            <PaperLinks menu={site.menu} />
          </div>
        </nav>
        <div className="device">
          <noscript>
            <form method="post" action={paths.theme()}>
              <span>Theme</span>
              {THEMES.map((name) => (
                <button key={name} type="submit" name="theme" value={name.toLowerCase()}>
                  {name}
                </button>
              ))}
            </form>
          </noscript>
        </div>
      </div>
    </footer>
  )
}
