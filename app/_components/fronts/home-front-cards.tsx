import type { HomeFront } from '@/lib/fronts/front'
import type { Site } from '@/lib/site/site'
import { MostRead } from '../articles/most-read'
import { LatestBlock } from './latest-block'
import { LeadBlock } from './lead-block'
import { SectionBlock } from './section-block'
import '@/app/styles/front.css'

/** Everything on the home page between its frame. */
export function HomeFrontCards({ front, site }: { front: HomeFront; site: Site }) {
  return (
    <>
      {front.lead ? (
        <LeadBlock front={front} />
      ) : (
        <p>Nothing here yet. The first article to be published appears here.</p>
      )}
      <LatestBlock cards={front.latest} site={site} />
      {front.sections.map((block) => (
        <SectionBlock key={block.section.slug} {...block} />
      ))}
      <MostRead />
    </>
  )
}
