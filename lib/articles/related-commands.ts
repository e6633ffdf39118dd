import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { articles, articleTags, relatedArticles, signatures } from '@/db/schema/articles'
import { changed } from '../write'
import type { ArticleBody } from './article-body'
import { type ArticleRow, findRow } from './article-record'
import { plainText } from './body-text'
import { characteristicTerms, type Likable, likeness } from './likeness'
import { findNewestOf, findNewestTagged } from './related-candidates-sql'

/** How many likenesses are kept of each article; fewer are shown, so that one that goes leaves no gap. */
const KEPT = 8
/** How many of them a page may show: only a change among these changes a page. */
const SHOWN = 4
/** How many of the newest articles with a shared tag, and how many of the section, are compared. */
const COMPARED = { tagged: 150, section: 60 }

type Kept = { relatedId: number; rank: number }

/** An article, and what is offered after it so far. */
type Offering = { id: number; before: Kept[] }

/** Ids, given as JSON: a list of parameters would be another statement for every length of it. */
const GIVEN = sql`(select value from json_each(${sql.placeholder('ids')}))`

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
  const touched = [...new Set([...offering.map(({ id }) => id), ...scores.keys()])]
  const kept = await keptOf(tx, [articleId, ...touched])
  for (const id of touched) await reconsider(tx, { id, before: kept.get(id) ?? [] }, articleId, scores.get(id) ?? 0)
  await replaceOwn(tx, { id: articleId, before: kept.get(articleId) ?? [] }, scores)
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
  const tagIds = (await tagsOf(tx, [row.id])).get(row.id) ?? []
  const alike = findNewestTagged(tx, tagIds, COMPARED.tagged)
  const ids = new Set([...alike, ...findNewestOf(tx, row.sectionId, COMPARED.section)])
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
  const rows = await likables(tx).execute({ ids: JSON.stringify(ids) })
  const tagIds = await tagsOf(tx, ids)
  return new Map(
    rows.map(({ id, sectionId, publishedAt, terms }) => [
      id,
      { sectionId, publishedAt: publishedAt ?? new Date(0), terms, tags: tagIds.get(id) ?? [] },
    ]),
  )
}

const likables = prepared((source) =>
  source
    .select({
      id: articles.id,
      sectionId: articles.sectionId,
      publishedAt: articles.publishedAt,
      terms: signatures.terms,
    })
    .from(articles)
    .innerJoin(signatures, eq(signatures.articleId, articles.id))
    .where(sql`${articles.id} in ${GIVEN}`)
    .prepare(),
)

async function tagsOf(tx: Transaction, ids: number[]): Promise<Map<number, number[]>> {
  const rows = await tagged(tx).execute({ ids: JSON.stringify(ids) })
  const found = new Map<number, number[]>()
  for (const { articleId, tagId } of rows) {
    const own = found.get(articleId)
    if (own) own.push(tagId)
    else found.set(articleId, [tagId])
  }
  return found
}

const tagged = prepared((source) =>
  source.select().from(articleTags).where(sql`${articleTags.articleId} in ${GIVEN}`).prepare(),
)

/** Puts an article at its place, or none, among what is offered after another one. */
async function reconsider(
  tx: Transaction,
  { id: articleId, before }: Offering,
  relatedId: number,
  score: number,
): Promise<void> {
  const others = before.filter((kept) => kept.relatedId !== relatedId)
  const after = [...others, ...(score > 0 ? [{ relatedId, rank: -score }] : [])]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, KEPT)
  if (sameOrder(before, after, KEPT)) return
  const leaving = before.filter((kept) => kept.relatedId === relatedId).map((kept) => kept.relatedId)
  await dropping(tx).execute({ articleId, ids: JSON.stringify([...leaving, ...gone(before, after)]) })
  if (after.some((kept) => kept.relatedId === relatedId)) await keep(tx, articleId, { relatedId, rank: -score })
  if (!sameOrder(before, after, SHOWN)) changed(`related:${articleId}`)
}

async function replaceOwn(
  tx: Transaction,
  { id: articleId, before }: Offering,
  scores: Map<number, number>,
): Promise<void> {
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

const dropping = prepared((source) =>
  source
    .delete(relatedArticles)
    .where(
      sql`${eq(relatedArticles.articleId, sql.placeholder('articleId'))} and ${eq(relatedArticles.source, 'likeness')}
        and ${relatedArticles.relatedId} in ${GIVEN}`,
    )
    .prepare(),
)

/** An editor's pick stays a pick. */
async function keep(tx: Transaction, articleId: number, kept: Kept): Promise<void> {
  await adding(tx).execute({ articleId, ...kept })
}

const adding = prepared((source) =>
  source
    .insert(relatedArticles)
    .values({
      articleId: sql.placeholder('articleId'),
      relatedId: sql.placeholder('relatedId'),
      rank: sql.placeholder('rank'),
      source: 'likeness',
    })
    .onConflictDoNothing()
    .prepare(),
)

/** What is kept of each of several articles, the most alike first. */
async function keptOf(tx: Transaction, ids: number[]): Promise<Map<number, Kept[]>> {
  const found = new Map<number, Kept[]>()
  for (const { articleId, ...kept } of await keeping(tx).execute({ ids: JSON.stringify(ids) })) {
    const own = found.get(articleId)
    if (own) own.push(kept)
    else found.set(articleId, [kept])
  }
  return found
}

const keeping = prepared((source) =>
  source
    .select({
      articleId: relatedArticles.articleId,
      relatedId: relatedArticles.relatedId,
      rank: relatedArticles.rank,
    })
    .from(relatedArticles)
    .where(sql`${relatedArticles.articleId} in ${GIVEN} and ${eq(relatedArticles.source, 'likeness')}`)
    .orderBy(relatedArticles.rank)
    .prepare(),
)

function gone(before: Kept[], after: Kept[]): number[] {
  const staying = new Set(after.map((kept) => kept.relatedId))
  return before.map((kept) => kept.relatedId).filter((id) => !staying.has(id))
}

function sameOrder(before: Kept[], after: Kept[], length: number): boolean {
  const order = (list: Kept[]) =>
    list.slice(0, length).map(({ relatedId, rank }) => `${relatedId}:${length === KEPT ? rank : ''}`)
  return order(before).join() === order(after).join()
}
