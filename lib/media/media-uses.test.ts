import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
import { workingCopies } from '@/db/schema/publishing'
import type { ArticleBody } from '../articles/article-body'
import { createArticle } from '../articles/article-commands'
import type { ArticleInput } from '../articles/article-input'
import { openArticle } from '../articles/editing/desk-content'
import { saveArticle } from '../articles/editing/save-article'
import { type Chance, chanceOf } from '../articles/merge/random-edits'
import { publish } from '../articles/publishing-commands'
import { changeDraft, launchFront } from '../fronts/front-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { changeSite, saveSection } from '../site/site-commands'
import { write } from '../write'
import { storeMedia } from './media-commands'
import { deleteMedia } from './media-desk-commands'
import { searchMedia } from './media-search-sql'
import { MediaStore } from './media-store'
import { findUses } from './media-uses-sql'

const operator = unsafeOperator()
let fresh: FreshDatabase
let store: MediaStore
let colours = 0
let saves = 0

beforeAll(async () => {
  fresh = openFreshDatabase()
  store = new MediaStore(join(fresh.dataDir, 'media'))
  await saveSection(operator, { slug: 'climate', name: 'Climate' })
})
afterAll(() => fresh.close())

async function picture(): Promise<number> {
  colours += 1
  const background = { r: colours, g: 8, b: 9 }
  const image = sharp({ create: { width: 16, height: 16, channels: 3, background } })
  return storeMedia(operator, store, { bytes: await image.png().toBuffer(), name: `p${colours}.png`, alt: 'A colour' })
}

const lead = (id: number | null) => id && { media: id, alt: '', caption: '', credit: '' }
const bodyWith = (ids: number[]): ArticleBody => ({
  type: 'doc',
  content: ids.map((id) => ({ type: 'image', attrs: { media: id, alt: 'A', caption: '', credit: '' } })),
})

async function story(leadMedia: number | null, inText: number[] = []): Promise<number> {
  const { id } = await createArticle(operator, {
    ...{ section: 'climate', headline: 'Seen', language: 'en', leadImage: lead(leadMedia) || null },
    body: bodyWith(inText),
  })
  return id
}

async function change(id: number, content: Partial<ArticleInput>): Promise<void> {
  const { content: before, row } = await openArticle(operator, id)
  saves += 1
  const saveId = `uses-save-${saves}-xx`
  await saveArticle(operator, id, { saveId, baseRevision: row.revision, content: { ...before, ...content } })
}

const unused = async () => (await searchMedia(operator, { view: 'unused' }, 1)).cards.map(({ id }) => id)

it('keeps what only a change that is not live yet shows', async () => {
  const [shown, coming] = [await picture(), await picture()]
  const id = await story(shown)
  await publish(operator, id)
  expect(await unused()).toContain(coming)
  await change(id, { leadImage: lead(coming) || null })
  expect(await unused()).not.toContain(coming)
  expect(await findUses(database(), operator, coming)).toMatchObject([{ what: 'article', id }])
  await expect(deleteMedia(operator, coming)).rejects.toThrow('used in one place')
  await change(id, { leadImage: lead(shown) || null, body: bodyWith([coming]) })
  await expect(deleteMedia(operator, coming)).rejects.toThrow('used in one place')
  await change(id, { body: bodyWith([]) })
  expect(await unused()).toContain(coming)
  await deleteMedia(operator, coming)
})

/** Counted anew, from everything that can show a picture. */
async function recounted(): Promise<{ id: number; uses: number }[]> {
  return database().all(sql`
    select id, (select count(*) from article_media where media_id = media.id)
      + (select count(*) from (
          select distinct article_id from working_copies, json_tree(input) as node
          where node.key = 'media' and node.value = media.id))
      + (select count(*) from authors where portrait_id = media.id)
      + (select count(*) from slots where image_id = media.id)
      + (select count(*) from settings where name = 'logo' and value ->> '$.id' = media.id) as uses
    from media order by id`)
}

type Storm = { chance: Chance; pictures: number[]; stories: number[] }

const DEEDS: ((storm: Storm) => Promise<unknown>)[] = [
  async ({ chance, pictures, stories }) => stories.push(await story(chance.pick(pictures), some(chance, pictures))),
  ({ chance, stories }) => publish(operator, chance.pick(stories)).catch(() => null),
  ({ chance, pictures, stories }) => change(chance.pick(stories), { body: bodyWith(some(chance, pictures)) }),
  ({ chance, pictures, stories }) =>
    change(chance.pick(stories), { leadImage: lead(chance.below(3) === 0 ? null : chance.pick(pictures)) || null }),
  ({ chance, pictures }) =>
    changeSite(operator, {
      logo: chance.below(2) === 0 ? null : { id: chance.pick(pictures), name: 'logo', width: 16, height: 16 },
    }),
  ({ chance, pictures }) =>
    write(async (tx) => {
      const portraitId = chance.below(3) === 0 ? null : chance.pick(pictures)
      const row = { handle: `author-${chance.below(4)}`, name: 'An author', portraitId }
      await tx.insert(authors).values(row).onConflictDoUpdate({ target: authors.handle, set: { portraitId } })
    }),
  ({ chance }) =>
    write(async (tx) => void (await tx.delete(authors).where(eq(authors.handle, `author-${chance.below(4)}`)))),
  ({ chance, pictures }) =>
    changeDraft(operator, 'home', (front) => ({
      ...front,
      placed: front.placed.map((card) => ({ ...card, picture: 'other' as const, imageId: chance.pick(pictures) })),
    })).catch(() => null),
  ({ chance, stories }) => remove(chance, stories),
]

async function remove(chance: Chance, stories: number[]): Promise<void> {
  if (stories.length < 4) return
  const [id] = stories.splice(chance.below(stories.length), 1)
  await write(async (tx) => void (await tx.delete(articles).where(eq(articles.id, id as number))))
}

function some(chance: Chance, pictures: number[]): number[] {
  return pictures.filter(() => chance.below(3) === 0)
}

it('counts places as they come and go: after a storm it is what a recount says', async () => {
  const chance = chanceOf(20_261_126)
  const pictures = [await picture(), await picture(), await picture(), await picture(), await picture()]
  const stories = [await story(null), await story(pictures[0] as number)]
  await publish(operator, stories[1] as number)
  const [row] = await database()
    .select({ slug: articles.slug })
    .from(articles)
    .where(eq(articles.id, stories[1] as number))
  await launchFront(operator, 'home', [{ container: 'lead', article: row?.slug ?? '' }])
  for (let deed = 0; deed < 150; deed += 1) await chance.pick(DEEDS)({ chance, pictures, stories })
  expect(await database().select().from(workingCopies)).not.toEqual([])
  const counted = await database().select({ id: media.id, uses: media.placed }).from(media).orderBy(media.id)
  expect(counted).toEqual(await recounted())
  expect(counted.some(({ uses }) => uses > 1)).toBe(true)
})
