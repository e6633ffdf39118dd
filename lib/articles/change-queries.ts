import { and, asc, eq, inArray, lte, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, oldSlugs, sections } from '@/db/schema/articles'
import { versions } from '@/db/schema/publishing'
import { oncePerRendering, reads } from '../serving/render-scope'
import type { Direction } from './article'
import { isPublic } from './article-policy'
import type { ChangeKind, VersionContent } from './version'
import { type ChangedPart, diffVersions } from './version-diff'

/** One text that readers had, as the record holds it. */
export type RecordedVersion = {
  number: number
  kind: ChangeKind
  note: string
  at: Date
  previousHash: string
  contentHash: string
  hash: string
  content: VersionContent
}

export type ChangeRecord = {
  article: {
    id: number
    slug: string
    section: { slug: string }
    headline: string
    language: string
    direction: Direction
    publishedAt: Date
  }
  /** In the order in which readers got them. */
  versions: RecordedVersion[]
}

export type RecordAtAddress =
  | { is: 'record'; record: ChangeRecord }
  | { is: 'moved'; section: string; slug: string }
  | { is: 'nothing' }

/** What changed in an article since it was published. There while the article is, for whoever may read it. */
export const getChangesAt = oncePerRendering(async (section: string, slug: string): Promise<RecordAtAddress> => {
  reads(`slug:${slug}`)
  const article = await findPublic(eq(articles.slug, slug))
  if (article?.section.slug === section) return { is: 'record', record: await recordOf(article) }
  const old = database().select({ id: oldSlugs.articleId }).from(oldSlugs).where(eq(oldSlugs.slug, slug))
  const moved = article ?? (await findPublic(inArray(articles.id, old)))
  return moved ? { is: 'moved', section: moved.section.slug, slug: moved.slug } : { is: 'nothing' }
})

/** Whether readers were told of a change of an article since its publication. */
export async function hasChanges(articleId: number): Promise<boolean> {
  const told: ChangeKind[] = ['update', 'clarification', 'correction']
  const [row] = await database()
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.articleId, articleId), inArray(versions.kind, told), lte(versions.visibleFrom, new Date())))
    .limit(1)
  return row !== undefined
}

/** A change as its page shows it, against the text before it. */
export type ShownChange = Omit<RecordedVersion, 'content'> & { parts: ChangedPart[] }

/** Every change of a record with what it changed, the newest first; the publication itself is the last. */
export function changesOf({ versions: all }: ChangeRecord): ShownChange[] {
  return all
    .map(({ content, ...version }, index) => {
      const before = all[index - 1]
      return { ...version, parts: before ? diffVersions(before.content, content) : [] }
    })
    .reverse()
}

type PublicArticle = ChangeRecord['article']

async function findPublic(condition: SQL): Promise<PublicArticle | null> {
  const { id, slug, headline, language, direction, publishedAt } = articles
  const [row] = await database()
    .select({ id, slug, headline, language, direction, publishedAt, section: { slug: sections.slug } })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(condition, isPublic(new Date())))
    .limit(1)
  if (!row?.publishedAt) return null
  reads(`article:${row.id}`)
  return { ...row, publishedAt: row.publishedAt }
}

async function recordOf(article: PublicArticle): Promise<ChangeRecord> {
  const { number, kind, note, at, previousHash, contentHash, hash, content } = versions
  const rows = await database()
    .select({ number, kind, note, at, previousHash, contentHash, hash, content })
    .from(versions)
    .where(and(eq(versions.articleId, article.id), lte(versions.visibleFrom, new Date())))
    .orderBy(asc(versions.number))
  return { article, versions: rows.map((row) => ({ ...row, content: row.content as VersionContent })) }
}
