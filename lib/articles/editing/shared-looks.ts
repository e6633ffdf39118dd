import { headlineSize, widthOfWords } from '../../cards/card-layout'
import { type ArticleKind, type Direction, kickerOf, type Mood, moodOf, type SectionLink } from '../article'
import type { FormValues } from './article-form'
import { type Cut, cutToFit } from './cut-to-fit'

/** How an article would look in a search and where it is shared, for what stands in the editor now. */
export type SharedLooks = {
  search: { crumbs: string[]; title: Cut; description: Cut }
  social: { headline: Cut; description: Cut }
  card: {
    kicker: string
    mood: Mood
    headline: Cut
    foot: string
    size: number
    picture: number | null
    direction: Direction
  }
  /** What would be cut or is missing, in words. */
  advice: string[]
}

/** The paper and the sections, as a preview names them. */
export type LooksPlace = {
  siteName: string
  /** Without `https://`. */
  host: string
  sections: readonly SectionLink[]
}

/**
 * How much of a text is shown, in the width of its own letter m (em). Searches give a title 600 px of 20 px letters and a
 * description two lines of 14 px ones; where links are shared, two lines of each are seen on a telephone.
 */
const ROOM = { title: 28, description: 72, socialHeadline: 37, socialDescription: 50 }

/** Lines of a headline on the card (app/_components/cards/draw-card.tsx). */
const CARD_LINES = 4

/** @param values the fields of the editor's form, as they are typed */
export function looksOf(values: FormValues, place: LooksPlace): SharedLooks {
  const value = (name: string) => values[name]?.trim() ?? ''
  const slug = value('section')
  const section = place.sections.find((one) => one.slug === slug) ?? { slug, name: slug, kind: 'news' as const }
  const headline = value('headline') || 'Headline'
  const description = value('seoDescription') || value('standfirst')
  const picture = /^[1-9]\d{0,14}$/.test(value('leadMedia')) ? Number(value('leadMedia')) : null
  const kind = (value('kind') || 'news') as ArticleKind
  const kicker = kickerOf({ kicker: value('kicker'), kind, section })
  const size = headlineSize(headline, picture !== null)
  const looks = {
    search: {
      crumbs: [place.host, slug, value('slug') || '…'],
      title: cutToFit(`${value('seoTitle') || headline} | ${place.siteName}`, ROOM.title),
      description: cutToFit(description, ROOM.description),
    },
    social: {
      headline: cutToFit(value('socialHeadline') || headline, ROOM.socialHeadline),
      description: cutToFit(description, ROOM.socialDescription),
    },
    card: {
      ...{ kicker, size, picture, headline: cutToFit(headline, (CARD_LINES * widthOfWords(picture !== null)) / size) },
      mood: moodOf({ kind, section }),
      foot: kicker === section.name ? '' : section.name,
      direction: (value('direction') === 'rtl' ? 'rtl' : 'ltr') as Direction,
    },
  }
  return { ...looks, advice: adviceOn(looks, value) }
}

function adviceOn({ search, social, card }: Omit<SharedLooks, 'advice'>, value: (name: string) => string): string[] {
  const title = value('seoTitle') || value('headline')
  const description = value('seoDescription') || value('standfirst')
  const isTitleWhole = cutToFit(title, ROOM.title).rest === ''
  return [
    title && !isTitleWhole && cutAdvice('Searches cut the title', cutToFit(title, ROOM.title)),
    title && isTitleWhole && search.title.rest && 'Searches cut the paper’s name behind the title.',
    search.description.rest && cutAdvice('Searches cut the description', search.description),
    !description && 'There is neither a search description nor a standfirst: searches choose words from the text.',
    social.headline.rest && cutAdvice('Telephones cut the social headline', social.headline),
    card.headline.rest && 'The headline does not fit on the card.',
    card.picture === null && 'Without a lead picture the card has words alone.',
  ].filter((words): words is string => Boolean(words))
}

function cutAdvice(words: string, { shown, rest }: Cut): string {
  const seen = [...shown].length
  return `${words} after about ${seen} characters: it has ${seen + [...rest].length}.`
}
