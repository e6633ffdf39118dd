import type { ArticleBody } from './article-body'

export type ArticleState = 'draft' | 'in_review' | 'ready' | 'scheduled' | 'published' | 'unpublished' | 'killed'
export type ArticleKind =
  | 'news'
  | 'opinion'
  | 'editorial'
  | 'analysis'
  | 'explainer'
  | 'feature'
  | 'review'
  | 'obituary'
  | 'live'
export type CommentMode = 'open' | 'premoderated' | 'closed'
export type Direction = 'ltr' | 'rtl'

export type SectionLink = { slug: string; name: string; kind: 'news' | 'opinion' }
export type AuthorLink = { handle: string; name: string }
export type TagLink = { slug: string; spelling: string }

/** A picture as a page shows it: enough to write its addresses and to keep its place free. */
export type Image = {
  id: number
  name: string
  width: number
  height: number
  alt: string
  caption: string
  credit: string
  focalX: number
  focalY: number
}

/** An article as it stands in a list, on a front, in a feed. */
export type ArticleCard = {
  id: number
  slug: string
  section: SectionLink
  kind: ArticleKind
  kicker: string
  headline: string
  standfirst: string
  bylines: AuthorLink[]
  /** The author's portrait, for opinion. */
  portrait: Image | null
  image: Image | null
  language: string
  direction: Direction
  publishedAt: Date
  /** How many comments it has, as cards were last told: up to half a minute ago. */
  commentCount: number
}

export type Correction = {
  id: number
  kind: 'correction' | 'clarification' | 'note' | 'withdrawal'
  text: string
  publishedAt: Date
}

/** A published article, whole. */
export type Article = ArticleCard & {
  updatedAt: Date | null
  dateline: string
  contributors: string
  keyPoints: string[]
  body: ArticleBody
  words: number
  tags: TagLink[]
  corrections: Correction[]
  /** Every picture the body names, by its id. */
  images: Map<number, Image>
  comments: CommentMode
  commentsCloseAt: Date | null
  /** What searches and shared cards show in the place of headline and standfirst; empty: these. */
  seoTitle: string
  seoDescription: string
  socialHeadline: string
}

/** What stands at the address of an article that was withdrawn. */
export type KilledArticle = { id: number; headline: string; notice: string; killedAt: Date; section: SectionLink }

/** What an article's address leads to. */
export type ArticleAtAddress =
  | { is: 'article'; article: Article }
  | { is: 'moved'; section: string; slug: string }
  | { is: 'killed'; article: KilledArticle }
  | { is: 'nothing' }

/** Kinds that carry their own word above the headline when the desk gave none. */
const KIND_LABELS: Partial<Record<ArticleKind, string>> = {
  opinion: 'Opinion',
  editorial: 'Editorial',
  analysis: 'Analysis',
  explainer: 'Explainer',
  review: 'Review',
  obituary: 'Obituary',
  live: 'Live',
}

/** The words above a headline: the desk's, else those of its kind, else the section's name. */
export function kickerOf(article: Pick<ArticleCard, 'kicker' | 'kind' | 'section'>): string {
  return article.kicker || KIND_LABELS[article.kind] || article.section.name
}

export type Mood = 'live' | 'opinion' | 'news'

/** Which of the three colours a kicker takes; the word beside it carries the meaning. */
export function moodOf(article: Pick<ArticleCard, 'kind' | 'section'>): Mood {
  if (article.kind === 'live') return 'live'
  if (article.kind === 'opinion' || article.kind === 'editorial' || article.section.kind === 'opinion') return 'opinion'
  return 'news'
}
