import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { fronts } from '@/db/schema/fronts'
import { media } from '@/db/schema/media'
import { audit } from '@/db/schema/site'
import { findImages } from '../articles/article-cards'
import { createArticle } from '../articles/article-commands'
import { publish, unpublish } from '../articles/publishing-commands'
import { changeDraft, launchDraft, launchFront } from '../fronts/front-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { onChange } from '../write'
import { ImageRefused } from './image'
import { storeMedia } from './media-commands'
import { changeMedia, deleteMedia, MediaRefused, replaceMedia } from './media-desk-commands'
import { mediaSchema } from './media-input'
import { getMedia, getPublicMedia } from './media-queries'
import { searchMedia } from './media-search-sql'
import { MediaStore } from './media-store'
import { findUses } from './media-uses-sql'

const operator = unsafeOperator()
const wren = unsafeViewer({ id: 7, name: 'Wren', role: 'author' })
const schema = mediaSchema('Europe/London')
const form = { across: '50', down: '50' }

let fresh: FreshDatabase
let store: MediaStore
let colours = 0

beforeAll(async () => {
  fresh = openFreshDatabase()
  store = new MediaStore(join(fresh.dataDir, 'media'))
  await saveSection(operator, { slug: 'climate', name: 'Climate' })
})
afterAll(() => fresh.close())

function paint(): Promise<Buffer> {
  colours += 1
  const background = { r: colours, g: 80, b: 90 }
  return sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer()
}

async function picture(name = `picture-${colours}.png`): Promise<number> {
  return storeMedia(operator, store, { bytes: await paint(), name, alt: 'A colour', credit: 'Lena', licence: 'own' })
}

async function story(leadMedia: number): Promise<number> {
  const leadImage = { media: leadMedia, alt: '', caption: '', credit: '' }
  const { id } = await createArticle(operator, { section: 'climate', headline: 'Seen', language: 'en', leadImage })
  await publish(operator, id)
  return id
}

describe('the form of a picture', () => {
  it('reads words, a last day in the newsroom’s zone, and what must stay in view', () => {
    const entry = schema.parse({ alt: ' A dam ', licenceEnds: '2026-07-31', across: '25', down: '99.5' })
    expect(entry).toMatchObject({ alt: 'A dam', decorative: false, focalX: 0.25, focalY: 0.995 })
    expect(entry.licenceEndsAt?.toISOString()).toBe('2026-07-31T23:00:00.000Z')
  })

  it.each([
    ['across', { across: '101' }],
    ['down', { down: 'middle' }],
    ['licenceEnds', { licenceEnds: '2026-02-30' }],
    ['alt', { alt: 'x'.repeat(2001) }],
  ])('says what is wrong with %s', (field, change) => {
    const { error } = schema.safeParse({ ...form, ...change })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe('a picture of the library', () => {
  it('is described, and every page that shows it is told', async () => {
    const id = await picture()
    const told: string[] = []
    const stop = onChange((keys) => told.push(...keys))
    await changeMedia(operator, id, schema.parse({ ...form, alt: 'The dam', across: '10' }))
    stop()
    expect(told).toContain(`media:${id}`)
    expect(await getMedia(operator, id)).toMatchObject({ alt: 'The dam', focalX: 0.1 })
    const [line] = await database()
      .select()
      .from(audit)
      .where(eq(audit.subject, `media:${id}`))
      .limit(1)
      .offset(1)
    expect(line).toMatchObject({ action: 'picture.change', detail: { alt: { from: 'A colour', to: 'The dam' } } })
  })

  it('is changed by editors and by whoever brought it, and by nobody else', async () => {
    const id = await picture()
    await expect(changeMedia(wren, id, schema.parse(form))).rejects.toThrow(Refused)
    await expect(deleteMedia(wren, id)).rejects.toThrow(Refused)
    await expect(changeMedia(operator, 404, schema.parse(form))).rejects.toThrow(MediaRefused)
  })

  it('is replaced wherever it is shown, under another address', async () => {
    const id = await picture('tide.png')
    await story(id)
    const before = await getMedia(operator, id)
    await replaceMedia(operator, id, store, { bytes: await paint(), name: 'tide.png' })
    const after = await getMedia(operator, id)
    expect(after).toMatchObject({ id, alt: 'A colour' })
    expect(after?.hash).not.toBe(before?.hash)
    expect(await getPublicMedia(id, 'tide')).toBeNull()
    expect(await getPublicMedia(id, after?.name ?? '')).toMatchObject({ hash: after?.hash })
  })

  it('is not replaced by what is another picture, or is none', async () => {
    const [id, other] = [await picture(), await picture()]
    const bytes = await paint()
    await replaceMedia(operator, other, store, { bytes, name: 'other.png' })
    await expect(replaceMedia(operator, id, store, { bytes, name: 'x.png' })).rejects.toThrow(`it is picture ${other}`)
    await expect(replaceMedia(operator, other, store, { bytes, name: 'x.png' })).rejects.toThrow('has already')
    const text = new TextEncoder().encode('no picture')
    await expect(replaceMedia(operator, id, store, { bytes: text, name: 'x.png' })).rejects.toThrow(ImageRefused)
  })

  it('is public where a launched front shows it in a story’s place, and only there', async () => {
    const [own, other] = [await picture(), await picture('harbour.png')]
    const article = await story(own)
    const [row] = await database().select({ slug: articles.slug }).from(articles).where(eq(articles.id, article))
    await launchFront(operator, 'home', [{ container: 'lead', article: row?.slug ?? '' }])
    await changeDraft(operator, 'home', (front) => ({
      ...front,
      placed: front.placed.map((card) => ({ ...card, picture: 'other' as const, imageId: other })),
    }))
    expect(await getPublicMedia(other, 'harbour')).toBeNull()
    const [draft] = await database().select().from(fronts).where(eq(fronts.name, 'home'))
    await launchDraft(operator, 'home', draft?.draftRevision ?? 0)
    expect(await getPublicMedia(other, 'harbour')).toHaveProperty('hash')
    await expect(deleteMedia(operator, other)).rejects.toThrow('used in one place')
    await unpublish(operator, article)
    expect(await getPublicMedia(other, 'harbour')).toBeNull()
  })

  it('is withheld from readers when its licence has ended', async () => {
    const id = await picture('agency.png')
    await story(id)
    expect((await findImages([id])).get(id)).not.toHaveProperty('licenceEndsAt')
    await changeMedia(operator, id, schema.parse({ ...form, licenceEnds: '2020-01-31' }))
    expect((await findImages([id])).size).toBe(0)
    expect(await getPublicMedia(id, 'agency')).toBeNull()
    const { cards } = await searchMedia(operator, { words: 'agency', view: 'expired' }, 1)
    expect(cards.map((card) => card.id)).toEqual([id])
  })

  it('is deleted only when nothing shows it', async () => {
    const id = await picture()
    const article = await story(id)
    expect(await findUses(database(), operator, id)).toMatchObject([
      { what: 'article', address: `/dashboard/articles/${article}` },
    ])
    await expect(deleteMedia(operator, id)).rejects.toThrow('used in one place')
    const unused = await picture()
    await deleteMedia(operator, unused)
    expect(await database().select().from(media).where(eq(media.id, unused))).toEqual([])
  })
})
