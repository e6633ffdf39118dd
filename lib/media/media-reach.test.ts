import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { createArticle } from '../articles/article-commands'
import { publish } from '../articles/publishing-commands'
import { changeDraft, launchFront } from '../fronts/front-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { changeSite, saveSection } from '../site/site-commands'
import { write } from '../write'
import { storeMedia } from './media-commands'
import { changeMedia, deleteMedia, MediaOutOfReach, MediaRefused, replaceMedia } from './media-desk-commands'
import { getDeskMedia, getMediaObstacle } from './media-desk-sql'
import { mediaSchema } from './media-input'
import { MediaStore } from './media-store'

const operator = unsafeOperator()
const entry = mediaSchema('UTC').parse({ alt: 'Told anew', across: '50', down: '50' })

let fresh: FreshDatabase
let store: MediaStore
/** Limited to Climate. */
let edie: Viewer
let wren: Viewer
let colours = 0

beforeAll(async () => {
  fresh = openFreshDatabase()
  store = new MediaStore(join(fresh.dataDir, 'media'))
  for (const name of ['Climate', 'Politics']) await saveSection(operator, { slug: name.toLowerCase(), name })
  const [climate] = await database().select().from(sections).where(eq(sections.slug, 'climate'))
  const only = [climate?.id ?? 0]
  edie = unsafeViewer({ id: await account('Edie'), name: 'Edie', role: 'editor', sections: only })
  wren = unsafeViewer({ id: await account('Wren'), name: 'Wren', role: 'author' })
})
afterAll(() => fresh.close())

const account = (name: string) =>
  write(async (tx) => {
    const email = `${name.toLowerCase()}@reach.example`
    const [made] = await tx.insert(people).values({ name, email, mailbox: email }).returning({ id: people.id })
    return made?.id ?? 0
  })

async function paint(): Promise<Buffer> {
  colours += 1
  const background = { r: colours, g: 40, b: 20 }
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer()
}

const picture = async (by: Viewer = operator) =>
  storeMedia(by, store, { bytes: await paint(), name: `reach-${colours}.png`, alt: 'A colour' })

async function shownIn(section: string, media: number, by: Viewer = operator): Promise<number> {
  const leadImage = { media, alt: '', caption: '', credit: '' }
  const headline = `Colour ${media} is seen`
  return (await createArticle(by, { section, headline, language: 'en', leadImage })).id
}

const reasonFor = (viewer: Viewer, id: number) => getMediaObstacle(viewer, id)

describe('an editor who is limited to sections', () => {
  it('changes what their sections show, and what they brought themselves', async () => {
    const theirs = await picture()
    await shownIn('climate', theirs)
    await changeMedia(edie, theirs, entry)
    await replaceMedia(edie, theirs, store, { bytes: await paint(), name: 'anew.png' })
    const brought = await picture(edie)
    await changeMedia(edie, brought, entry)
    await deleteMedia(edie, brought)
    expect(await reasonFor(edie, theirs)).toBeNull()
  })

  it('leaves alone what another section shows as well, whoever brought it, and is told where', async () => {
    const id = await picture(edie)
    await shownIn('climate', id)
    await shownIn('politics', id)
    const bytes = await paint()
    for (const deed of [
      () => changeMedia(edie, id, entry),
      () => replaceMedia(edie, id, store, { bytes, name: 'x.png' }),
      () => deleteMedia(edie, id),
    ])
      await expect(deed()).rejects.toThrow(MediaOutOfReach)
    expect(await reasonFor(edie, id)).toBe(
      'It is shown in Politics, which is not yours to change. An editor there can change it.',
    )
    await changeMedia(operator, id, entry)
  })

  it('leaves alone what nothing shows and somebody else brought', async () => {
    const id = await picture(wren)
    await expect(deleteMedia(edie, id)).rejects.toThrow(/Nothing in your sections shows it/)
    await deleteMedia(wren, id)
  })

  it('leaves alone what the home page shows in a story’s place', async () => {
    const id = await picture(edie)
    const article = await shownIn('climate', id)
    await publish(operator, article)
    const other = await picture(edie)
    const [row] = await database().select({ slug: articles.slug }).from(articles).where(eq(articles.id, article))
    await launchFront(operator, 'home', [{ container: 'lead', article: row?.slug ?? '' }])
    await changeDraft(operator, 'home', (front) => ({
      ...front,
      placed: front.placed.map((card) => ({ ...card, picture: 'other' as const, imageId: other })),
    }))
    expect(await reasonFor(edie, other)).toMatch(/shown on the home page/)
    await expect(changeMedia(edie, other, entry)).rejects.toThrow(MediaOutOfReach)
    expect(await reasonFor(operator, other)).toBeNull()
  })

  it('is not told the headline of what another section has not published', async () => {
    const id = await picture()
    const secret = await shownIn('politics', id)
    const hidden = { name: 'One in Politics that is not public', address: null }
    expect((await getDeskMedia(edie, id))?.uses).toMatchObject([hidden])
    await publish(operator, secret)
    const shown = { name: `Colour ${id} is seen`, address: `/politics/colour-${id}-is-seen` }
    expect((await getDeskMedia(edie, id))?.uses).toMatchObject([shown])
  })
})

describe('an author', () => {
  it('changes what they brought, as long as they may change the article that shows it', async () => {
    const id = await picture(wren)
    const article = await shownIn('climate', id, wren)
    await changeMedia(wren, id, entry)
    await publish(operator, article)
    await expect(changeMedia(wren, id, entry)).rejects.toThrow(/shown in Climate/)
    await expect(replaceMedia(wren, id, store, { bytes: await paint(), name: 'x.png' })).rejects.toThrow(
      MediaOutOfReach,
    )
  })

  it('has nothing to do with what somebody else brought', async () => {
    const id = await picture()
    await expect(changeMedia(wren, id, entry)).rejects.toThrow(Refused)
    await expect(reasonFor(wren, id)).rejects.toThrow(Refused)
    expect(await getDeskMedia(wren, id)).toMatchObject({ obstacle: expect.stringMatching(/Somebody else brought it/) })
  })
})

describe('the paper’s logo', () => {
  it('is not replaced behind the settings, which keep its address', async () => {
    const id = await picture()
    await changeSite(operator, { logo: { id, name: 'reach', width: 60, height: 40 } })
    const bytes = await paint()
    await expect(replaceMedia(operator, id, store, { bytes, name: 'x.png' })).rejects.toThrow(MediaRefused)
    const ed = unsafeViewer({ id: 99, name: 'Ed', role: 'editor' })
    expect(await reasonFor(ed, id)).toMatch(/shown as the paper’s logo/)
    await expect(changeMedia(ed, id, entry)).rejects.toThrow(MediaOutOfReach)
    await changeSite(operator, { logo: null })
  })
})
