import { sections } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { type FreshDatabase, openFreshDatabase } from '../../operating/fresh-database'
import { type Role, unsafeOperator, unsafeViewer, type Viewer } from '../../people/viewer'
import { write } from '../../write'
import type { ArticleBody, Block } from '../article-body'
import { createArticle } from '../article-commands'
import type { ArticleContent } from '../merge/merge-content'
import { openArticle } from './desk-content'
import { saveArticle } from './save-article'
import type { SaveInput } from './save-input'

/** A desk of two authors and an editor, and how they save, for tests on a fresh database. */

export const house = unsafeOperator()
const viewer = (id: number, name: string, role: Role): Viewer => unsafeViewer({ id, name, role })
export const wren = viewer(1, 'Wren', 'author')
export const ana = viewer(2, 'Ana', 'author')
export const ed = viewer(3, 'Ed', 'editor')
let saves = 0

export async function openDesk(): Promise<FreshDatabase> {
  const fresh = openFreshDatabase()
  await write(async (tx) => {
    for (const { personId: id, name, role } of [wren, ana, ed]) {
      const email = `${name}@news.example`
      await tx.insert(people).values({ id: id as number, name, email, mailbox: email, role: role as Role })
    }
    await tx.insert(sections).values([
      { slug: 'news', name: 'News' },
      { slug: 'world', name: 'World' },
    ])
  })
  return fresh
}

export const text = (words: string, id?: string): Block => ({
  type: 'paragraph',
  ...(id && { attrs: { id } }),
  content: [{ type: 'text', text: words }],
})
export const bodyOf = (...blocks: Block[]): ArticleBody => ({ type: 'doc', content: blocks })
export const draft = () =>
  createArticle(wren, {
    ...{ section: 'news', language: 'en', headline: 'The dam failed', bylines: ['Wren'] },
    body: bodyOf(text('The dam held until ten.'), text('Nobody was hurt.')),
  })
export const save = async (
  viewer: Viewer,
  id: number,
  change: Partial<ArticleContent>,
  more: Partial<SaveInput> = {},
) => {
  const { content, row } = await openArticle(house, id)
  saves += 1
  const input = { saveId: `save-${saves}-xx`, baseRevision: row.revision, content: { ...content, ...change }, ...more }
  return saveArticle(viewer, id, input as SaveInput)
}
export const current = async (id: number) => (await openArticle(house, id)).content
export const words = ({ body }: ArticleContent) =>
  body.content.map((block) => (block as { content: { text: string }[] }).content[0]?.text)
