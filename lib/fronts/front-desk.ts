import type { ArticleState, Image } from '../articles/article'
import type { Backfill, Placed } from './arrangement'
import type { ContainerPlan } from './containers'

/** An article as whoever arranges a front has to see it. */
export type DeskStory = {
  id: number
  headline: string
  section: string
  state: ArticleState
  /** Readers may see it at this moment. */
  isPublic: boolean
  publishedAt: Date | null
}

export type DeskCard = Placed & {
  /** Null when the article was deleted. */
  story: DeskStory | null
  image: Image | null
  /** Pictures in its text that it may stand with. */
  pictures: { id: number; alt: string }[]
  /** The articles linked to below it. */
  links: { id: number; headline: string }[]
  warnings: string[]
  /** Views in the last hour, by five minutes, the running ones last. */
  views: number[]
}

export type DeskContainer = { plan: ContainerPlan; backfill: Backfill; cards: DeskCard[] }

/** A front on the desk: the draft where there is one. */
export type FrontDesk = {
  front: string
  title: string
  revision: number
  draftedAt: Date | null
  draftedBy: string | null
  launchedAt: Date | null
  containers: DeskContainer[]
  /** What making the draft live would change, a line each. */
  changes: string[]
  /** The last stories that were taken off, the latest first. */
  removed: DeskStory[]
  /** What was before readers, the latest first. */
  launches: { id: number; at: Date; actor: string; cards: number }[]
}

export type FrontSummary = {
  front: string
  title: string
  cards: number
  launchedAt: Date | null
  draftedAt: Date | null
  draftedBy: string | null
}
