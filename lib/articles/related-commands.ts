import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, articleTags, relatedArticles, signatures } from '@/db/schema/articles'
import { changed } from '../write'
import type { ArticleBody } from './article-body'
import { type ArticleRow, findRow } from './article-record'
import { plainText } from './body-text'
import { characteristicTerms, type Likable, likeness } from './likeness'

/** How many likenesses are kept of each article; fewer are shown, so that one that goes leaves no gap. */
const KEPT = 8
/** How many of them a page may show: only a change among these changes a page. */
const SHOWN = 4
/** How many of the newest articles with a shared tag, and how many of the section, are compared. */
const COMPARED = { tagged: 150, section: 60 }

type Kept = { relatedId: number; rank: number }

/**
 * Works out anew what is offered after an article, and where it is offered itself. Called by whatever changes its text,
 * its tags, its section or whether it is public.
 */
export async function refreshRelated(tx: Transaction, articleId: number): Promise<void> {
  const row = await findRow(tx, articleId)
  const candidates = row.state === 'published' ? await findCandidates(tx, row) : []
  const offering = await tx
    .select({ id: relatedArticles.articleId })
    .from(relatedArticles)
    .where(and(eq(relatedArticles.relatedId, articleId), eq(relatedArticles.source, 'likeness')))
  const scores = await scoreAll(tx, row, candidates)
  const touched = new Set([...offering.map(({ id }) => id), ...scores.keys()])
  for (const id of touched) await reconsider(tx, id, articleId, scores.get(id) ?? 0)
  await replaceOwn(tx, articleId, scores)
}

/** Notes the words that characterise an article, for comparing it with others. */
export async function sign(tx: Transaction, row: ArticleRow): Promise<void> {
  const text = `${row.standfirst}\n${plainText(row.body as ArticleBody)}`
  const terms = characteristicTerms(row.headline, text, row.language)
  await tx
    .insert(signatures)
    .values({ articleId: row.id, terms })
    .onConflictDoUpdate({ target: signatures.articleId, set: { terms } })
}

async function findCandidates(tx: Transaction, row: ArticleRow): Promise<number[]> {
  const tagIds = await tagsOf(tx, [row.id])
  const newest = (condition: SQL | undefined, limit: number) =>
    tx
      .selectDistinct({ id: articles.id, publishedAt: articles.publishedAt })
      .from(articles)
      .leftJoin(articleTags, eq(articleTags.articleId, articles.id))
      .where(and(eq(articles.state, 'published'), condition))
      .orderBy(desc(articles.publishedAt))
      .limit(limit)
  const tagged = await newest(inArray(articleTags.tagId, tagIds.get(row.id) ?? []), COMPARED.tagged)
  const inSection = await newest(eq(articles.sectionId, row.sectionId), COMPARED.section)
  const ids = new Set([...tagged, ...inSection].map(({ id }) => id))
  ids.delete(row.id)
  return [...ids]
}

async function scoreAll(tx: Transaction, row: ArticleRow, candidates: number[]): Promise<Map<number, number>> {
  const likables = await findLikables(tx, [row.id, ...candidates])
  const own = likables.get(row.id)
  const scores = new Map<number, number>()
  for (const id of own ? candidates : []) {
    const other = likables.get(id)
    const score = other ? likeness(own as Likable, other) : 0
    if (score > 0) scores.set(id, score)
  }
  return scores
}

async function findLikables(tx: Transaction, ids: number[]): Promise<Map<number, Likable>> {
  const rows = await tx
    .select({
      id: articles.id,
      sectionId: articles.sectionId,
      publishedAt: articles.publishedAt,
      terms: signatures.terms,
    })
    .from(articles)
    .innerJoin(signatures, eq(signatures.articleId, articles.id))
    .where(inArray(articles.id, ids))
  const tagIds = await tagsOf(tx, ids)
  return new Map(
    rows.map(({ id, sectionId, publishedAt, terms }) => [
      id,
      { sectionId, publishedAt: publishedAt ?? new Date(0), terms, tags: tagIds.get(id) ?? [] },
    ]),
  )
}

async function tagsOf(tx: Transaction, ids: number[]): Promise<Map<number, number[]>> {
  const rows = await tx.select().from(articleTags).where(inArray(articleTags.articleId, ids))
  const found = new Map<number, number[]>()
  for (const { articleId, tagId } of rows) found.set(articleId, [...(found.get(articleId) ?? []), tagId])
  return found
}

/** Puts an article at its place, or none, among what is offered after another one. */
async function reconsider(tx: Transaction, articleId: number, relatedId: number, score: number): Promise<void> {
  const before = await keptOf(tx, articleId)
  const others = before.filter((kept) => kept.relatedId !== relatedId)
  const after = [...others, ...(score > 0 ? [{ relatedId, rank: -score }] : [])]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, KEPT)
  if (sameOrder(before, after, KEPT)) return
  await tx
    .delete(relatedArticles)
    .where(
      and(
        eq(relatedArticles.articleId, articleId),
        eq(relatedArticles.source, 'likeness'),
        or(eq(relatedArticles.relatedId, relatedId), inArray(relatedArticles.relatedId, gone(before, after))),
      ),
    )
  if (after.some((kept) => kept.relatedId === relatedId)) await keep(tx, articleId, { relatedId, rank: -score })
  if (!sameOrder(before, after, SHOWN)) changed(`related:${articleId}`)
}

async function replaceOwn(tx: Transaction, articleId: number, scores: Map<number, number>): Promise<void> {
  const before = await keptOf(tx, articleId)
  const after = [...scores]
    .map(([relatedId, score]) => ({ relatedId, rank: -score }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, KEPT)
  if (sameOrder(before, after, KEPT)) return
  await tx
    .delete(relatedArticles)
    .where(and(eq(relatedArticles.articleId, articleId), eq(relatedArticles.source, 'likeness')))
  for (const kept of after) await keep(tx, articleId, kept)
  changed(`related:${articleId}`)
}

/** An editor's pick stays a pick. */
async function keep(tx: Transaction, articleId: number, kept: Kept): Promise<void> {
  await tx
    .insert(relatedArticles)
    .values({ articleId, source: 'likeness', ...kept })
    .onConflictDoNothing()
}

function keptOf(tx: Transaction, articleId: number): Promise<Kept[]> {
  return tx
    .select({ relatedId: relatedArticles.relatedId, rank: relatedArticles.rank })
    .from(relatedArticles)
    .where(and(eq(relatedArticles.articleId, articleId), eq(relatedArticles.source, 'likeness')))
    .orderBy(relatedArticles.rank)
}

function gone(before: Kept[], after: Kept[]): number[] {
  const staying = new Set(after.map((kept) => kept.relatedId))
  return before.map((kept) => kept.relatedId).filter((id) => !staying.has(id))
}

function sameOrder(before: Kept[], after: Kept[], length: number): boolean {
  const order = (list: Kept[]) =>
    list.slice(0, length).map(({ relatedId, rank }) => `${relatedId}:${length === KEPT ? rank : ''}`)
  return order(before).join() === order(after).join()
}
