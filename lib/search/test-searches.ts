import { createArticle } from '../articles/article-commands'
import type { ArticleDraft } from '../articles/article-input'
import { publish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { readSearch, type SearchParameters } from './search-input'
import { searchArticles } from './search-queries'

/** A paper of two sections to search in, for tests on a fresh database. */

export const operator = unsafeOperator()

export async function openPaper(): Promise<FreshDatabase> {
  const fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  await saveSection(operator, { slug: 'sport', name: 'Sport' })
  return fresh
}

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

export async function write(draft: Partial<ArticleDraft> & { text?: string }): Promise<number> {
  const { text = 'Nothing much.', ...rest } = draft
  const body = { type: 'doc' as const, content: [paragraph(text)] }
  const { id } = await createArticle(operator, {
    section: 'world',
    language: 'en',
    headline: 'Untitled',
    body,
    ...rest,
  })
  return id
}

export async function published(draft: Parameters<typeof write>[0], at = '2026-01-10T12:00:00Z'): Promise<number> {
  const id = await write(draft)
  await publish(operator, id, { at: new Date(at) })
  return id
}

export const search = (parameters: SearchParameters) => searchArticles(readSearch(parameters))
export const headlines = async (parameters: SearchParameters) =>
  (await search(parameters)).results.map(({ card }) => card.headline)
export const find = (q: string) => headlines({ q })
