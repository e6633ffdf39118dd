import { getLatest } from '@/lib/articles/article-queries'
import type { Site } from '@/lib/site/site'
import { ArticleList } from './article-list'

/** How many articles from elsewhere stand in an empty list's place. */
const FROM_ELSEWHERE = 8

/** What an empty list says, and what there is to read instead. */
export async function NothingYet({ site }: { site: Site }) {
  const cards = await getLatest(FROM_ELSEWHERE)
  return (
    <>
      <p className="nothing-yet">
        Nothing here yet.{cards.length > 0 && ' This is the latest from the rest of the paper.'}
      </p>
      <ArticleList cards={cards} by="day" site={site} />
    </>
  )
}
