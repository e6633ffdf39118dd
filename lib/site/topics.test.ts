import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articleTags, sections, tags } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { createArticle } from '../articles/article-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator, unsafeViewer } from '../people/viewer'
import { changeTag, mergeTags } from '../tags/tag-commands'
import { findTagId, getDeskTag, searchTags } from '../tags/tag-desk'
import { write as inOneStep, onChange } from '../write'
import { getRedirect } from './redirect-queries'
import { addSection, changeSection, shiftSection } from './section-commands'
import { getSections } from './site-queries'
import { sectionSchema } from './topic-input'

const operator = unsafeOperator()
const news = { slug: 'news', name: 'News', description: '', kind: 'news' as const }

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

const write = (headline: string, tagNames: string[] = [], section = 'news') =>
  createArticle(operator, {
    headline,
    section,
    language: 'en',
    tags: tagNames,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A text.' }] }] },
  })

const told = async (work: () => Promise<unknown>) => {
  const keys: string[] = []
  const stop = onChange((changes) => keys.push(...changes))
  await work()
  stop()
  return keys
}

describe('sections', () => {
  it('are added at the end, and put in order', async () => {
    await addSection(operator, news)
    const sport = await addSection(operator, { ...news, slug: 'sport', name: 'Sport' })
    await shiftSection(operator, sport, 'up')
    await shiftSection(operator, sport, 'up')
    expect((await getSections()).map(({ slug }) => slug)).toEqual(['sport', 'news'])
    await shiftSection(operator, sport, 'down')
    expect((await getSections()).map(({ slug }) => slug)).toEqual(['news', 'sport'])
  })

  it('lead from an old address to the new one, without a chain or a circle', async () => {
    const id = await addSection(operator, news)
    const article = await write('A lantern is lit')
    const keys = await told(() => changeSection(operator, id, { ...news, slug: 'today', name: 'Today' }))
    expect(keys).toEqual(expect.arrayContaining(['site', 'section:news', 'section:today', `article:${article.id}`]))
    expect(await getRedirect('/news')).toEqual({ target: '/today', status: 308 })
    expect(await getRedirect('/news/feed.xml')).toEqual({ target: '/today/feed.xml', status: 308 })
    await changeSection(operator, id, { ...news, slug: 'now', name: 'Now' })
    expect(await getRedirect('/news')).toEqual({ target: '/now', status: 308 })
    expect(await getRedirect('/today')).toEqual({ target: '/now', status: 308 })
    await changeSection(operator, id, news)
    expect(await getRedirect('/news')).toBeNull()
    expect(await getRedirect('/now')).toEqual({ target: '/news', status: 308 })
  })

  it('keep their addresses apart', async () => {
    const id = await addSection(operator, news)
    await expect(addSection(operator, news)).rejects.toThrow('“news” is the address of News already.')
    await addSection(operator, { ...news, slug: 'sport', name: 'Sport' })
    await expect(changeSection(operator, id, { ...news, slug: 'sport' })).rejects.toThrow(/address of Sport already/)
    await expect(changeSection(operator, 99, news)).rejects.toThrow(/no such section/)
  })

  it.each(['dashboard', 'api', 'feed.xml', 'News', 'a b', '', '-a', '../x'])('cannot be called %j', (slug) => {
    expect(sectionSchema.safeParse({ ...news, slug }).success).toBe(false)
  })

  it.each(['reader', 'commenter', 'author', 'editor', 'moderator'] as const)('are not for a %s', async (role) => {
    const viewer = unsafeViewer({ id: 1, name: 'Sam', role })
    await expect(addSection(viewer, news)).rejects.toThrow(/may not/)
    await expect(changeSection(viewer, 1, news)).rejects.toThrow(/may not/)
    await expect(shiftSection(viewer, 1, 'up')).rejects.toThrow(/may not/)
    expect(await database().select().from(sections)).toEqual([])
  })
})

describe('tags', () => {
  beforeEach(() => addSection(operator, news))
  const idOf = async (name: string) => (await findTagId(operator, name)) as number

  it('are renamed where they are spelled so, and lead on', async () => {
    await write('One', ['Floods', 'Dam'])
    await write('Two', ['FLOODS'])
    const id = await idOf('#floods')
    await changeTag(operator, id, { name: 'Flooding', slug: 'flooding', description: 'Too much water.' })
    const rows = await database().select().from(articleTags).where(eq(articleTags.tagId, id))
    expect(rows.map(({ spelling }) => spelling).sort()).toEqual(['FLOODS', 'Flooding'])
    expect(await getRedirect('/tag/floods')).toEqual({ target: '/tag/flooding', status: 308 })
    expect((await database().select().from(audit)).at(-1)).toMatchObject({ action: 'tag.change' })
  })

  it('become one, once on an article, and stay it when somebody writes the old one', async () => {
    const both = await write('One', ['Flood', 'Dam', 'Floods'])
    const one = await write('Two', ['Flood'])
    const [flood, floods] = [await idOf('flood'), await idOf('floods')]
    const keys = await told(() => mergeTags(operator, flood, floods))
    expect(keys).toEqual(expect.arrayContaining(['tag:flood', 'tag:floods', `article:${one.id}`, `article:${both.id}`]))
    const of = async (articleId: number) =>
      (await database().select().from(articleTags).where(eq(articleTags.articleId, articleId)))
        .sort((a, b) => a.position - b.position)
        .map(({ position, spelling }) => `${position} ${spelling}`)
    expect(await of(both.id)).toEqual(['0 Dam', '1 Floods'])
    expect(await of(one.id)).toEqual(['0 Floods'])
    expect(await getRedirect('/tag/flood')).toEqual({ target: '/tag/floods', status: 308 })
    await write('Three', ['Flood'])
    expect((await database().select().from(tags)).map(({ slug }) => slug).sort()).toEqual(['dam', 'floods'])
    expect((await searchTags(operator, '#flood', 1)).cards).toMatchObject([{ slug: 'floods', articles: 3 }])
  })

  it('are not merged with themselves, or nothing, or renamed onto another', async () => {
    await write('One', ['Flood', 'Dam'])
    const id = await idOf('flood')
    await expect(mergeTags(operator, id, id)).rejects.toThrow(/with itself/)
    await expect(mergeTags(operator, id, 99)).rejects.toThrow(/no such tag/)
    await expect(changeTag(operator, id, { name: 'Dam', slug: 'dam', description: '' })).rejects.toThrow(
      /merge the two/,
    )
  })

  it('are kept by an editor of some sections where those sections alone bear them', async () => {
    const sport = await addSection(operator, { ...news, slug: 'sport', name: 'Sport' })
    await write('One', ['Rowing', 'Regatta', 'Harbour'], 'sport')
    await write('Two', ['Harbour', 'Docks'])
    await inOneStep((tx) =>
      tx.insert(people).values({ name: 'Edie', email: 'edie@sport.example', mailbox: 'edie@sport.example' }),
    )
    const edie = unsafeViewer({ id: 1, name: 'Edie', role: 'editor', sections: [sport] })
    const [rowing, regatta, harbour, docks] = await Promise.all(['rowing', 'regatta', 'harbour', 'docks'].map(idOf))
    const elsewhere = 'Articles in News bear #Harbour, where you do not work: an editor of every section can change it.'
    const anew = { name: 'Quay', slug: 'quay', description: '' }
    expect(await getDeskTag(edie, harbour as number)).toMatchObject({ obstacle: elsewhere })
    await expect(changeTag(edie, harbour as number, anew)).rejects.toThrow(elsewhere)
    await expect(mergeTags(edie, harbour as number, rowing as number)).rejects.toThrow(elsewhere)
    await expect(mergeTags(edie, rowing as number, harbour as number)).rejects.toThrow(elsewhere)
    await expect(mergeTags(edie, rowing as number, docks as number)).rejects.toThrow(/bear #Docks/)
    expect(await getDeskTag(edie, rowing as number)).toMatchObject({ obstacle: null })
    await mergeTags(edie, rowing as number, regatta as number)
    await changeTag(edie, regatta as number, anew)
    expect((await searchTags(edie, 'quay', 1)).cards).toMatchObject([{ name: 'Quay' }])
  })

  it.each(['reader', 'commenter', 'author', 'moderator'] as const)('are not for a %s', async (role) => {
    const viewer = unsafeViewer({ id: 1, name: 'Sam', role })
    await expect(mergeTags(viewer, 1, 2)).rejects.toThrow(/may not/)
    await expect(changeTag(viewer, 1, { name: 'x', slug: 'x', description: '' })).rejects.toThrow(/may not/)
    await expect(searchTags(viewer, '', 1)).rejects.toThrow(/may not/)
  })
})
