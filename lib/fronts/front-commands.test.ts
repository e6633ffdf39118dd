import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { frontLaunches } from '@/db/schema/fronts'
import { media } from '@/db/schema/media'
import { createArticle } from '../articles/article-commands'
import { kill, publish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import { saveSection } from '../site/site-commands'
import { onChange, write } from '../write'
import { backfillWith, move, override, place } from './arrangement'
import { changeDraft, DraftMoved, discardDraft, launchDraft, launchFront, restoreLaunch } from './front-commands'
import { getFrontDesk } from './front-desk-queries'
import { getHomeFront, getSectionPage } from './front-queries'
import { findFrontRow } from './placed-cards'

const operator = unsafeOperator()
const NOW = new Date()

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
  await saveSection(operator, { slug: 'sport', name: 'Sport' })
})
afterEach(() => fresh.close())

async function publishIn(section: string, headline: string): Promise<number> {
  const { id } = await createArticle(operator, { section, language: 'en', headline })
  await publish(operator, id, { at: new Date(NOW.getTime() - id * -1000 - 100_000) })
  return id
}

const placing = (articleId: number, container: 'lead' | 'news' | 'opinion' = 'news') =>
  changeDraft(operator, 'home', (arrangement) => place('home', arrangement, { container, articleId }, NOW))
const revision = async () => (await findFrontRow('home'))?.draftRevision ?? 0
const headlines = (cards: { headline: string }[]) => cards.map(({ headline }) => headline)

it('shows readers nothing of a draft before it is made live', async () => {
  const [one, two] = [await publishIn('world', 'One'), await publishIn('world', 'Two')]
  await placing(one, 'lead')
  expect((await getHomeFront()).lead?.id).toBe(two)
  expect((await getHomeFront('draft')).lead?.id).toBe(one)
  const keys: string[] = []
  const stop = onChange((changed) => keys.push(...changed))
  await launchDraft(operator, 'home', await revision())
  stop()
  expect(keys).toEqual(['front:home'])
  expect((await getHomeFront()).lead?.id).toBe(one)
})

it('makes live only the draft that was looked at', async () => {
  const [one, two] = [await publishIn('world', 'One'), await publishIn('world', 'Two')]
  await placing(one)
  const seen = await revision()
  await placing(two)
  await expect(launchDraft(operator, 'home', seen)).rejects.toThrow(DraftMoved)
  await launchDraft(operator, 'home', await revision())
  expect(headlines((await getHomeFront()).news).slice(0, 2)).toEqual(['Two', 'One'])
  await launchDraft(operator, 'home', seen)
})

it('keeps both of two changes made at once', async () => {
  const [one, two] = [await publishIn('world', 'One'), await publishIn('world', 'Two')]
  await Promise.all([placing(one), placing(two, 'opinion')])
  const draft = await getHomeFront('draft')
  expect(draft.news[0]?.id).toBe(one)
  expect(draft.opinion[0]?.id).toBe(two)
})

it('throws a draft away, and goes back to an earlier version by way of the draft', async () => {
  const [one, two] = [await publishIn('world', 'One'), await publishIn('world', 'Two')]
  await launchFront(operator, 'home', [{ container: 'lead', article: 'one' }])
  const { id: first } = await lastLaunch()
  await placing(two, 'lead')
  await discardDraft(operator, 'home')
  expect((await getHomeFront('draft')).lead?.id).toBe(one)
  await placing(two, 'lead')
  await launchDraft(operator, 'home', await revision())
  await restoreLaunch(operator, 'home', first)
  expect((await getHomeFront()).lead?.id).toBe(two)
  expect((await getHomeFront('draft')).lead?.id).toBe(one)
  await expect(restoreLaunch(operator, 'home', 999)).rejects.toThrow('no longer kept')
})

it('restores a launch without a picture that was deleted since', async () => {
  const one = await publishIn('world', 'One')
  const [picture] = await write((tx) =>
    tx
      .insert(media)
      .values({ hash: 'a'.repeat(64), name: 'dam', format: 'jpeg', width: 9, height: 9, bytes: 9, alt: '' })
      .returning({ id: media.id }),
  )
  await placing(one, 'lead')
  const shown = { size: 'standard', headline: null, trail: null, kicker: null } as const
  const slot = { container: 'lead', articleId: one } as const
  const other = { ...shown, picture: 'other' as const, imageId: picture?.id ?? null, sublinks: [] }
  await changeDraft(operator, 'home', (arrangement) => override('home', arrangement, slot, other))
  await launchDraft(operator, 'home', await revision())
  await write((tx) => tx.delete(media))
  await restoreLaunch(operator, 'home', (await lastLaunch()).id)
  const [lead] = (await getFrontDesk(operator, 'home'))?.containers ?? []
  expect(lead?.cards[0]?.warnings).toContain('Its picture was deleted. The article’s own stands in its place.')
})

it('fills a container up from its query, and says what that reads', async () => {
  for (const headline of ['One', 'Two', 'Three']) await publishIn('world', headline)
  for (const headline of ['Race', 'Match']) await publishIn('sport', headline)
  await changeDraft(operator, 'home', (arrangement) =>
    backfillWith('home', arrangement, 'opinion', { section: 'world' }),
  )
  await launchDraft(operator, 'home', await revision())
  const scope = newRenderScope()
  const front = await inRenderScope(scope, () => getHomeFront())
  expect(front.lead?.headline).toBe('Match')
  expect(front.opinion.every(({ section }) => section.slug === 'world')).toBe(true)
  expect([...scope.reads]).toEqual(expect.arrayContaining(['front:home', 'latest', 'section:world']))
})

it('leaves a withdrawn story out, and a section’s placed ones out of its list', async () => {
  const [one, two] = [await publishIn('world', 'One'), await publishIn('world', 'Two')]
  const three = await publishIn('world', 'Three')
  const put = (container: 'lead' | 'news', articleId: number) =>
    changeDraft(operator, 'world', (arrangement) => place('world', arrangement, { container, articleId }, NOW))
  await put('lead', one)
  await put('news', two)
  await launchDraft(operator, 'world', (await findFrontRow('world'))?.draftRevision ?? 0)
  const page = await getSectionPage('world', 1)
  expect([page?.lead?.id, page?.top[0]?.id, page?.cards.map(({ id }) => id), page?.total]).toEqual([
    one,
    two,
    [three],
    3,
  ])
  await kill(operator, one, 'It was wrong.')
  expect((await getSectionPage('world', 1))?.lead).toBeNull()
})

it('is for those who may publish, and for fronts that there are', async () => {
  const [one] = [await publishIn('world', 'One')]
  const wren = unsafeViewer({ id: 7, name: 'Wren', role: 'author' })
  await expect(discardDraft(wren, 'home')).rejects.toThrow(Refused)
  await expect(changeDraft(wren, 'home', (arrangement) => arrangement)).rejects.toThrow(Refused)
  await expect(launchDraft(wren, 'home', 0)).rejects.toThrow(Refused)
  await expect(restoreLaunch(wren, 'home', 1)).rejects.toThrow(Refused)
  await expect(launchFront(wren, 'home', [])).rejects.toThrow(Refused)
  await expect(discardDraft(operator, 'nowhere')).rejects.toThrow('There is no front “nowhere”.')
  await expect(placing(one + 99)).rejects.toThrow(`There is no article ${one + 99}.`)
  await expect(
    changeDraft(operator, 'home', (arrangement) =>
      move('home', arrangement, { container: 'news', articleId: one }, 'up'),
    ),
  ).rejects.toThrow('no longer in Top news')
})

async function lastLaunch(): Promise<{ id: number }> {
  const rows = await database().select({ id: frontLaunches.id }).from(frontLaunches)
  return rows.at(-1) as { id: number }
}
