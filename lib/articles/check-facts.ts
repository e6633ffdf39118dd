import { and, count, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, oldSlugs, sections, tags } from '@/db/schema/articles'
import { articleNotes } from '@/db/schema/editing'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
import { redirects } from '@/db/schema/site'
import { RESERVED_WORDS, readPart } from '../paths'
import type { ArticleInput } from './article-input'
import { isKilled, isPublic } from './article-policy'
import { mediaIn } from './body-text'
import { type CheckFacts, linksIn } from './publish-checks'

/**
 * Gathers what the publish checks look at.
 *
 * @param articleId the article itself, which may link to itself before it is out
 * @param at when it is to go out
 * @param siteUrl the site's own origin: what begins with it is a link of ours
 */
export async function checkFacts(
  tx: Transaction,
  { articleId, text, at, siteUrl }: { articleId: number; text: ArticleInput; at: Date; siteUrl: string },
): Promise<CheckFacts> {
  const ids = [...new Set([...mediaIn(text.body), ...(text.leadImage ? [text.leadImage.media] : [])])]
  const pictures = ids.length > 0 ? await tx.select().from(media).where(inArray(media.id, ids)) : []
  const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, text.section))
  const deadLinks = []
  for (const href of linksIn(text)) {
    const path = ownPath(href, siteUrl)
    if (path !== null && !(await leadsSomewhere(tx, path, articleId))) deadLinks.push(href)
  }
  return {
    isLeadGone: text.leadImage === null && (await hasLostLead(tx, articleId)),
    ...{ text, at, deadLinks, isSectionKnown: section !== undefined, openNotes: await countOpenNotes(tx, articleId) },
    pictures: new Map(pictures.map((picture) => [picture.id, picture])),
  }
}

/** The words of a lead picture stay where the picture is gone (`writeText`). */
async function hasLostLead(tx: Transaction, articleId: number): Promise<boolean> {
  const { leadImageId, leadImageAlt, leadImageCaption, leadImageCredit } = articles
  const [row] = await tx
    .select({ id: leadImageId, words: sql<string>`${leadImageAlt} || ${leadImageCaption} || ${leadImageCredit}` })
    .from(articles)
    .where(eq(articles.id, articleId))
  return row !== undefined && row.id === null && row.words !== ''
}

async function countOpenNotes(tx: Transaction, articleId: number): Promise<number> {
  const [open] = await tx
    .select({ notes: count() })
    .from(articleNotes)
    .where(and(eq(articleNotes.articleId, articleId), isNull(articleNotes.resolvedAt)))
  return open?.notes ?? 0
}

/** The path of an address of ours, without query and fragment; null for anybody else's. */
function ownPath(href: string, siteUrl: string): string | null {
  if (href.startsWith('#') || !URL.canParse(href, siteUrl)) return null
  const { origin, protocol, pathname } = new URL(href, siteUrl)
  return protocol.startsWith('http') && origin === new URL(siteUrl).origin ? pathname : null
}

async function leadsSomewhere(tx: Transaction, path: string, articleId: number): Promise<boolean> {
  return (await isMoved(tx, path)) || isPageAt(tx, path, articleId)
}

/**
 * Whether there is a page at a path, or something else that the house itself answers.
 *
 * @param articleId an article that counts whatever its state; 0 for none
 */
export async function isPageAt(tx: Transaction, path: string, articleId = 0): Promise<boolean> {
  const [first = '', second, third] = path.split('/').filter(Boolean).map(readPart)
  if (first === '') return true
  if (first === 'tag' && second) return (await tx.select().from(tags).where(eq(tags.slug, second))).length > 0
  if (first === 'author' && second)
    return (await tx.select().from(authors).where(eq(authors.handle, second))).length > 0
  // What the house itself answers, and files, are not looked into.
  if (RESERVED_WORDS.has(first)) return true
  if (!second) return (await tx.select().from(sections).where(eq(sections.slug, first))).length > 0
  return third === undefined || third === 'changes' ? isArticle(tx, second.replace(/\.md$/, ''), articleId) : false
}

async function isMoved(tx: Transaction, path: string): Promise<boolean> {
  return (await tx.select().from(redirects).where(eq(redirects.path, path))).length > 0
}

async function isArticle(tx: Transaction, slug: string, articleId: number): Promise<boolean> {
  const found = await tx
    .select({ id: articles.id })
    .from(articles)
    .leftJoin(oldSlugs, and(eq(oldSlugs.articleId, articles.id), eq(oldSlugs.slug, slug)))
    .where(
      and(
        or(eq(articles.slug, slug), eq(oldSlugs.slug, slug)),
        or(eq(articles.id, articleId), isPublic(new Date()), isKilled()),
      ),
    )
    .limit(1)
  return found.length > 0
}
