import { createHash } from 'node:crypto'
import { type ArticleCard, type Direction, type Image, kickerOf, type Mood, moodOf } from '../articles/article'
import { formatDate } from '../dates'
import type { Site } from '../site/site'

/** Counts up whenever cards are drawn in another way, so that whoever keeps one fetches it anew. */
const DESIGN = 1

/** What a card shows. */
export type CardFace = {
  site: string
  kicker: string
  mood: Mood
  headline: string
  /** The line at its foot. */
  foot: string
  direction: Direction
  image: Image | null
}

export function faceOfArticle(article: ArticleCard, site: Site): CardFace {
  const kicker = kickerOf(article)
  const date = formatDate(article.publishedAt, site)
  return {
    site: site.name,
    kicker,
    mood: moodOf(article),
    headline: article.headline,
    foot: kicker === article.section.name ? date : `${article.section.name} · ${date}`,
    direction: article.direction,
    image: article.image,
  }
}

/** The card of the paper itself, for its front and its lists. */
export function faceOfSite(site: Site): CardFace {
  const headline = site.tagline || site.description
  return { site: site.name, kicker: '', mood: 'news', headline, foot: '', direction: 'ltr', image: null }
}

/** A name for what a card shows: another face has another. */
export function versionOf({ image, ...words }: CardFace): string {
  const picture = image && [image.id, image.focalX, image.focalY]
  return createHash('sha256')
    .update(JSON.stringify([DESIGN, words, picture]))
    .digest('hex')
    .slice(0, 12)
}
