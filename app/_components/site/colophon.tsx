import { paths } from '@/lib/paths'
import type { SectionSummary, Site } from '@/lib/site/site'
import { PaperLinks, SectionLinks } from './masthead'

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
          <p>Sections</p>
          <SectionLinks sections={sections} />
          <p>The paper</p>
          <PaperLinks />
        </nav>
        <div className="device" />
      </div>
    </footer>
  )
}
