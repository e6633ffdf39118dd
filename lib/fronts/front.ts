import type { ArticleCard } from '../articles/article'

export type SlotSize = 'lead' | 'big' | 'standard'

/** An article in its place on a front, with what the front says instead of the article. */
export type FrontCard = ArticleCard & {
  size: SlotSize
  sublinks: Pick<ArticleCard, 'id' | 'slug' | 'section' | 'headline' | 'language' | 'direction'>[]
}

/** The home page: curated containers first, then what the newest articles fill. */
export type HomeFront = {
  news: FrontCard[]
  lead: FrontCard | null
  opinion: FrontCard[]
  latest: ArticleCard[]
  sections: { section: { slug: string; name: string; kind: 'news' | 'opinion' }; cards: ArticleCard[] }[]
}

/** A section's front: on the first page what editors placed, and its newest articles, a page at a time. */
export type SectionPage = {
  section: { slug: string; name: string; description: string; kind: 'news' | 'opinion' }
  lead: FrontCard | null
  top: FrontCard[]
  cards: ArticleCard[]
  page: number
  pages: number
  total: number
}
