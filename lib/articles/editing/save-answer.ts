import { ZodError } from 'zod'
import { Refused } from '../../people/viewer'
import { ArticleNotFound } from '../article-record'
import { SectionNotFound } from '../article-text'
import { WrongState } from '../authority'
import type { ArticleContent, Clash } from '../merge/merge-content'
import type { Finding } from '../publish-checks'
import { ArticleLocked } from './article-lock'
import { BaseNotFound, type Clashed, PictureNotFound, type Saved } from './save-article'
import { PatchRefused } from './save-input'

/** What the server says to a save of the editor's script, as JSON. */
export type SaveAnswer =
  | {
      outcome: 'saved'
      revision: number
      savedAt: string
      content: ArticleContent | null
      /** What the checks say of what is saved now; null for whoever may not look at it any more. */
      checks: Finding[] | null
    }
  | {
      outcome: 'clash'
      revision: number
      content: ArticleContent
      theirs: ArticleContent
      clashes: Clash[]
      by: string | null
    }
  | { outcome: 'refused'; words: string; field: string | null; sendWhole: boolean }

export function answerOf(outcome: Saved | Clashed, checks: Finding[] | null): { status: number; answer: SaveAnswer } {
  if (outcome.outcome === 'clash') return { status: 409, answer: outcome }
  return { status: 200, answer: { ...outcome, savedAt: outcome.savedAt.toISOString(), checks } }
}

/** What went wrong with a save, in words for whoever wrote it. Null for what is nobody's but the house's fault. */
export function refusalOf(error: unknown): { status: number; words: string; field: string | null } | null {
  if (error instanceof ZodError) return { status: 422, ...firstFault(error) }
  const found = KNOWN.find(([kind]) => error instanceof kind)
  return found ? { status: found[1], words: (error as Error).message, field: found[2] } : null
}

/** Whether it is one of those. */
export const isRefusal = (error: unknown): boolean => refusalOf(error) !== null

const KNOWN: [new (...given: never[]) => Error, number, string | null][] = [
  [ArticleNotFound, 404, null],
  [Refused, 403, null],
  [WrongState, 409, null],
  [ArticleLocked, 423, null],
  [SectionNotFound, 422, 'section'],
  [PictureNotFound, 422, 'body'],
  [BaseNotFound, 422, null],
  [PatchRefused, 422, null],
]

/** The first thing that is wrong, and the field that it is in. */
function firstFault(error: ZodError): { words: string; field: string | null } {
  const [issue] = error.issues
  const [root, field] = issue?.path ?? []
  const name = root === 'content' ? field : root
  return {
    words: `${LABELS[String(name)] ?? 'The text'}: ${issue?.message ?? 'it cannot be kept like this.'}`,
    field: name === undefined ? null : String(name),
  }
}

const LABELS: Record<string, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  kicker: 'Kicker',
  dateline: 'Dateline',
  bylines: 'Bylines',
  tags: 'Tags',
  slug: 'Slug',
  language: 'Language',
  keyPoints: 'Key points',
  seoTitle: 'Search title',
  seoDescription: 'Search description',
  socialHeadline: 'Social headline',
  leadImage: 'Lead picture',
}
