import type { SectionPage } from '@/lib/fronts/front'
import type { Site } from '@/lib/site/site'
import { ArticleList } from '../lists/article-list'
import { ListLead } from '../lists/list-lead'
import { NothingYet } from '../lists/nothing-yet'
import { TopStories } from '../lists/top-stories'

/** A section's front below its head: what editors placed, and the newest by their days. */
export function SectionFrontCards({ list, site }: { list: SectionPage; site: Site }) {
  const { cards, page, top, total } = list
  const isUnarranged = page === 1 && list.lead === null && top.length === 0
  const lead = list.lead ?? (isUnarranged ? cards.find(({ image }) => image !== null) : undefined)
  return (
    <>
      {lead && <ListLead card={lead} sublinks={list.lead?.sublinks} />}
      {top.length > 0 && <TopStories cards={top} />}
      {total === 0 && <NothingYet site={site} />}
      <ArticleList cards={cards.filter((card) => card !== lead)} by="day" site={site} />
    </>
  )
}
