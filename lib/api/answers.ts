import type { z } from 'zod'
import type { Article, AuthorLink, Image, SectionLink } from '../articles/article'
import { plainText } from '../articles/body-text'
import { type UpdatedCard, withUpdates } from '../articles/updated-cards'
import { RENDITION_FORMATS, renditionAddress, widthsOf } from '../media/rendition-address'
import { paths } from '../paths'
import type { Search } from '../search/search-input'
import type { SearchPage } from '../search/search-queries'
import type { Piece } from '../search/snippet'
import type { articleSchema, foundSchema, imageSchema, summarySchema } from './answer-schemas'
import { absolute, apiPaths } from './api-paths'

/** What the newsroom has, as the read API says it. */

export function summaryOf(card: UpdatedCard): z.input<typeof summarySchema> {
  const { id, slug, kind, kicker, headline, standfirst, language, direction } = card
  return {
    ...{ id, slug, kind, kicker, headline, standfirst, language, direction },
    address: absolute(paths.article(card)),
    api: absolute(apiPaths.article(slug)),
    section: sectionOf(card.section),
    bylines: card.bylines.map(authorOf),
    publishedAt: card.publishedAt.toISOString(),
    updatedAt: card.updatedAt?.toISOString() ?? null,
    image: card.image && imageOf(card.image),
  }
}

export function articleOf(article: Article): z.input<typeof articleSchema> {
  const { dateline, contributors, keyPoints, words, body } = article
  return {
    ...summaryOf(article),
    ...{ dateline, contributors, keyPoints, words, body },
    tags: article.tags.map(({ slug, spelling }) => ({ slug, name: spelling, address: absolute(paths.tag(slug)) })),
    text: plainText(body),
    images: [...article.images.values()].map(imageOf),
    corrections: article.corrections.map(({ kind, text, publishedAt }) => ({
      ...{ kind, text },
      publishedAt: publishedAt.toISOString(),
    })),
  }
}

/** @param found what a search has found, but for where it goes on */
export async function foundOf(search: Search, found: SearchPage): Promise<Omit<z.input<typeof foundSchema>, 'next'>> {
  const { correction, results } = found
  const cards = await withUpdates(results.map(({ card }) => card))
  return {
    query: search.query,
    total: found.total,
    more: found.isMore,
    correction: correction && {
      words: correction.words,
      instead: correction.is === 'instead',
      exactly: correction.exactly,
    },
    articles: results.map(({ headline, snippet }, place) => ({
      ...summaryOf(cards[place] as UpdatedCard),
      marked: { headline: piecesOf(headline), excerpt: piecesOf(snippet) },
    })),
  }
}

function piecesOf(pieces: Piece[]) {
  return pieces.map(({ text, isMatch }) => ({ text, match: isMatch }))
}

export function sectionOf({ slug, name, kind }: SectionLink) {
  return { slug, name, kind, address: absolute(paths.section(slug)) }
}

export function authorOf({ handle, name }: AuthorLink) {
  return { handle, name, address: absolute(paths.author(handle)) }
}

/** A picture with every size it is offered in; one that is narrower than a size is sent as it is. */
export function imageOf(image: Image): z.input<typeof imageSchema> {
  const { id, alt, caption, credit, width, height, focalX, focalY } = image
  const renditions = RENDITION_FORMATS.flatMap((format) =>
    widthsOf(image).map((wanted) => {
      const shown = Math.min(wanted, width)
      return {
        address: absolute(renditionAddress(image, wanted, format)),
        width: shown,
        height: Math.max(1, Math.round((height * shown) / width)),
        format,
      }
    }),
  )
  return { id, alt, caption, credit, width, height, focalPoint: { x: focalX, y: focalY }, renditions }
}
