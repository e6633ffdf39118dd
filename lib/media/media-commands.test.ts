import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArticle } from '../articles/article-commands'
import { embargo, publish, unpublish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { onChange } from '../write'
import { storeMedia } from './media-commands'
import { findMediaByHash, getMedia, getPublicMedia } from './media-queries'
import { MediaStore } from './media-store'

const operator = unsafeOperator()
const remy = unsafeViewer({ id: 5, name: 'Remy', role: 'reader' })

let fresh: FreshDatabase
let store: MediaStore

beforeAll(() => {
  fresh = openFreshDatabase()
  store = new MediaStore(join(fresh.dataDir, 'media'))
})
afterAll(() => fresh.close())

const paint = (background: string) =>
  sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer()

describe('storeMedia', () => {
  it('keeps the bytes and what is said of them', async () => {
    const bytes = await paint('#0f4c5c')
    const words = { alt: 'A petrol square', caption: 'Seen today.', credit: 'Lena Ortiz', licence: 'CC BY 4.0' }
    const id = await storeMedia(operator, store, { bytes, name: 'Dam at Morning.PNG', ...words })
    const picture = await getMedia(operator, id)
    expect(picture).toMatchObject({ ...words, name: 'dam-at-morning', format: 'png', width: 90, height: 60 })
    expect(picture?.bytes).toBe(bytes.length)
    expect(existsSync(store.originalOf(picture?.hash ?? ''))).toBe(true)
    expect(await findMediaByHash(operator, picture?.hash ?? '')).toEqual(picture)
  })

  it('knows the same bytes again, and leaves the first words as they are', async () => {
    const bytes = await paint('#8a4a00')
    const first = await storeMedia(operator, store, { bytes, name: 'one.png', alt: 'One' })
    expect(await storeMedia(operator, store, { bytes, name: 'two.png', alt: 'Two' })).toBe(first)
    expect(await getMedia(operator, first)).toMatchObject({ name: 'one', alt: 'One' })
  })

  it('makes one row of the same bytes brought twice at once', async () => {
    const bytes = await paint('#1a6b3b')
    const ids = await Promise.all([1, 2, 3].map(() => storeMedia(operator, store, { bytes, name: 'x.png', alt: 'X' })))
    expect(new Set(ids).size).toBe(1)
  })

  it('tells that there is a new picture', async () => {
    const told: string[] = []
    const stop = onChange((keys) => told.push(...keys))
    const id = await storeMedia(operator, store, { bytes: await paint('#a61c16'), name: 'red.png', alt: 'Red' })
    stop()
    expect(told).toEqual([`media:${id}`])
  })

  it.each([
    ['../../etc/passwd', 'passwd', '#111111'],
    ['C:\\Pictures\\Quay.jpg', 'quay', '#222222'],
    ['....', 'picture', '#333333'],
    ['', 'picture', '#444444'],
    ['Ærø Ferry.final.v2.jpg', 'aero-ferry-final-v2', '#555555'],
  ])('makes an address of the name “%s”', async (name, slug, colour) => {
    const bytes = await paint(colour)
    const id = await storeMedia(operator, store, { bytes, name, alt: '' })
    expect((await getMedia(operator, id))?.name).toBe(slug)
  })

  it('takes the type from the bytes: an SVG named .jpg is refused and nothing is kept', async () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    await expect(storeMedia(operator, store, { bytes, name: 'dam.jpg', alt: '' })).rejects.toThrow('SVG')
  })

  it('is not for readers', async () => {
    const bytes = await paint('#1d4f91')
    await expect(storeMedia(remy, store, { bytes, name: 'a.png', alt: '' })).rejects.toThrow(Refused)
    await expect(getMedia(remy, 1)).rejects.toThrow(Refused)
    await expect(findMediaByHash(remy, 'a')).rejects.toThrow(Refused)
  })
})

describe('the queries', () => {
  it('find nothing where there is nothing', async () => {
    expect(await getMedia(operator, 404)).toBeNull()
    expect(await findMediaByHash(operator, '0'.repeat(64))).toBeNull()
    expect(await getPublicMedia(404, 'dam')).toBeNull()
  })

  it('show nobody a picture that no public article shows', async () => {
    const id = await storeMedia(operator, store, { bytes: await paint('#4f4a43'), name: 'embargoed.png', alt: '' })
    expect(await getPublicMedia(id, 'embargoed')).toBeNull()
  })

  it('show a picture as long as an article that shows it is public, under its own name alone', async () => {
    await saveSection(operator, { slug: 'climate', name: 'Climate' })
    const media = await storeMedia(operator, store, { bytes: await paint('#7a4d00'), name: 'tide.png', alt: 'Tide' })
    const leadImage = { media, alt: 'Tide', caption: '', credit: '' }
    const draft = { section: 'climate', headline: 'The tide gauge', language: 'en', leadImage }
    const { id } = await createArticle(operator, draft)
    expect(await getPublicMedia(media, 'tide')).toBeNull()
    await publish(operator, id)
    expect(await getPublicMedia(media, 'tide')).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await getPublicMedia(media, 'ebb')).toBeNull()
    await embargo(operator, id, new Date(Date.now() + 3_600_000))
    expect(await getPublicMedia(media, 'tide')).toBeNull()
    await embargo(operator, id, null)
    expect(await getPublicMedia(media, 'tide')).not.toBeNull()
    await unpublish(operator, id)
    expect(await getPublicMedia(media, 'tide')).toBeNull()
  })
})
