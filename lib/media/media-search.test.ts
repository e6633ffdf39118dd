import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { media } from '@/db/schema/media'
import { people } from '@/db/schema/people'
import { findPictures } from '../articles/editing/desk-lookups'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { write } from '../write'
import { listUploaders, type MediaFilter, searchMedia } from './media-search-sql'

const operator = unsafeOperator()
const DAY = 86_400_000

const PICTURES: Record<string, Partial<typeof media.$inferInsert>> = {
  tide: { alt: 'The tide at noon', caption: 'High water in the harbour', credit: 'Lena Ortíz', licence: 'own' },
  footbridge: {
    alt: 'A footbridge',
    credit: 'Agency',
    licence: 'single use',
    licenceEndsAt: new Date(Date.now() + DAY),
  },
  wool: {
    alt: '100% wool',
    caption: 'size_9',
    credit: 'Agency',
    licence: 'x',
    licenceEndsAt: new Date(Date.now() - DAY),
  },
  woollen: {
    alt: '1000 woollen socks',
    caption: 'sizes 9',
    credit: 'Agency',
    licence: 'own',
    format: 'png',
    uploadedBy: 2,
  },
  chinese: { alt: '台風逼近沿海城市', credit: '', licence: 'own', format: 'png', uploadedBy: 2 },
  pattern: { decorative: true, credit: 'House', licence: 'own', format: 'webp' },
}

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = openFreshDatabase()
  await write(async (tx) => {
    for (const name of ['Wren', 'Ed', 'Ana'])
      await tx.insert(people).values({ name, email: `${name}@news.example`, mailbox: `${name}@news.example` })
    for (const [name, row] of Object.entries(PICTURES)) {
      const hash = createHash('sha256').update(name).digest('hex')
      const size = { width: 90, height: 60, bytes: 1000 }
      await tx.insert(media).values({ hash, name, format: 'jpeg', uploadedBy: 1, ...size, ...row })
    }
  })
})
afterAll(() => fresh.close())

const find = async (filter: MediaFilter | string, viewer = operator) => {
  const asked = typeof filter === 'string' ? { words: filter } : filter
  return (await searchMedia(viewer, asked, 1)).cards.map(({ name }) => name)
}

describe('words', () => {
  it.each([
    ['HARBOUR', ['tide']],
    ['bridge', ['footbridge']],
    ['ortiz', ['tide']],
    ['noon harbour', ['tide']],
    ['noon socks', []],
    ['woo', ['woollen', 'wool']],
    ['沿海城', ['chinese']],
    ['海', ['chinese']],
    ['at', ['pattern', 'tide']],
  ])('“%s” stands anywhere in what a picture is called, shows and is credited with', async (words, names) => {
    expect(await find(words)).toEqual(names)
  })

  it.each([
    ['100%', ['wool']],
    ['%', ['wool']],
    ['size_', ['wool']],
    ['_', ['wool']],
    ['\\', []],
    ['"', []],
    ['" OR alt:x', []],
    ['x'.repeat(5000), []],
    ['(((', []],
    ['\0tide\u0007noon', ['tide']],
  ])('%j is looked for as it is written', async (words, names) => {
    expect(await find(words)).toEqual(names)
  })

  it('are those of now', async () => {
    const words = async (caption: string) => write(async (tx) => void (await tx.update(media).set({ caption })))
    await words('Gooseberries')
    expect(await find('gooseberr')).toHaveLength(6)
    await words('')
    expect(await find('gooseberr')).toEqual([])
    await write(async (tx) => {
      for (const [name, { caption = '' }] of Object.entries(PICTURES)) {
        const hash = createHash('sha256').update(name).digest('hex')
        await tx.update(media).set({ caption }).where(eq(media.hash, hash))
      }
    })
    expect(await find('high water')).toEqual(['tide'])
  })

  it('find pictures for the text as well', async () => {
    expect((await findPictures(operator, '100%')).map(({ name }) => name)).toEqual(['wool'])
    expect(await findPictures(operator, '')).toHaveLength(6)
  })
})

describe('the filters', () => {
  it.each([
    [{ view: 'all' }, ['pattern', 'chinese', 'woollen', 'wool', 'footbridge', 'tide']],
    [{ view: 'undescribed' }, ['chinese']],
    [{ view: 'expiring' }, ['footbridge']],
    [{ view: 'expired' }, ['wool']],
    [{ view: 'unused', words: 'tide' }, ['tide']],
    [{ view: 'used' }, []],
    [{ format: 'png' }, ['chinese', 'woollen']],
    [{ uploader: 2 }, ['chinese', 'woollen']],
    [{ uploader: 2, format: 'png', view: 'undescribed' }, ['chinese']],
    [{ uploader: 3 }, []],
    [{ words: 'agency', view: 'expired', format: 'jpeg', uploader: 1 }, ['wool']],
  ] as [MediaFilter, string[]][])('%j', async (filter, names) => {
    expect(await find(filter)).toEqual(names)
  })

  it('know what somebody brought, and who brought anything', async () => {
    expect(await find({ view: 'mine' }, unsafeViewer({ id: 2, name: 'Ed', role: 'editor' }))).toEqual([
      'chinese',
      'woollen',
    ])
    expect(await listUploaders(operator)).toEqual([
      { id: 2, name: 'Ed' },
      { id: 1, name: 'Wren' },
    ])
  })

  it('are for those who write', async () => {
    const reader = unsafeViewer({ id: 9, name: 'R', role: 'reader' })
    await expect(searchMedia(reader, {}, 1)).rejects.toThrow(Refused)
    await expect(listUploaders(reader)).rejects.toThrow(Refused)
  })
})

it('counts what words find no further than it offers', async () => {
  await write(async (tx) => {
    for (let number = 0; number < 2_010; number += 1) {
      const size = { width: 90, height: 60, bytes: 1000 }
      await tx.insert(media).values({ hash: `many-${number}`, name: `gosling-${number}`, format: 'gif', ...size })
    }
  })
  const first = await searchMedia(operator, { words: 'gosling' }, 1)
  expect(first).toMatchObject({ total: 2000, isMore: true, pages: 42 })
  const last = await searchMedia(operator, { words: 'gosling' }, 42)
  expect(last.cards).toHaveLength(2000 - 41 * 48)
  expect(await searchMedia(operator, { format: 'gif' }, 1)).toMatchObject({ total: 2010, isMore: false })
})
