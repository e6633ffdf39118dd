import type { CHANGE_KINDS } from '@/db/schema/publishing'
import type { Direction } from './article'
import type { ArticleBody } from './article-body'
import type { ArticleInput } from './article-input'

/** How a change of a published article is called: the first publication, then what its readers are told. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What an article said to its readers, once: everything of it that is text, or stands beside a picture. */
export type VersionContent = {
  headline: string
  standfirst: string
  kicker: string
  dateline: string
  contributors: string
  keyPoints: string[]
  bylines: string[]
  leadImage: { media: number; alt: string; caption: string; credit: string } | null
  body: ArticleBody
  language: string
  direction: Direction
}

export function versionOf(text: ArticleInput): VersionContent {
  const { headline, standfirst, kicker, dateline, contributors, keyPoints, bylines, leadImage } = text
  const { body, language, direction } = text
  return {
    ...{ headline, standfirst, kicker, dateline, contributors, keyPoints, bylines, leadImage },
    ...{ body, language, direction },
  }
}
