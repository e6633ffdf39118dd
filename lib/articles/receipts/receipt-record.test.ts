import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { receipts } from '@/db/schema/receipts'
import { type FreshDatabase, openFreshDatabase } from '../../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer, type Viewer } from '../../people/viewer'
import { openCounterLine } from '../../serving/counter-line'
import { saveSection } from '../../site/site-commands'
import { write } from '../../write'
import { createArticle } from '../article-commands'
import { articleInputSchema } from '../article-input'
import { ArticleNotFound, findRow } from '../article-record'
import { textOf } from '../article-text'
import { correct, embargo, kill, publish, schedule, unpublish } from '../publishing-commands'
import { releaseDue } from '../release-commands'
import { keepText } from '../working-copy'
import { awaitReceipt, fetchAgain, fetchReceipts } from './receipt-commands'
import { getReceipts } from './receipt-queries'

const operator = unsafeOperator()
let fresh: FreshDatabase
let ed: Viewer
let made = 0

beforeAll(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'news', name: 'News', description: '', kind: 'news', position: 0 } as never)
  const { people } = await import('@/db/schema/people')
  const person = { name: 'Ed', email: 'ed@example.org', mailbox: 'ed@example.org', role: 'editor' as const }
  const id = await write(async (tx) => (await tx.insert(people).values(person).returning())[0]?.id ?? 0)
  ed = unsafeViewer({ id, name: 'Ed', role: 'editor' })
})
afterAll(() => fresh.close())
afterEach(() => {
  openCounterLine(null)
  vi.unstubAllEnvs()
})

const text = (words: string) => ({
  ...{
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
  },
})
async function article(): Promise<number> {
  made += 1
  const more = { bylines: ['Wren'], tags: ['Dams'], slug: `receipt-${made}`, body: text('It broke.') }
  return (await createArticle(operator, { section: 'news', language: 'en', headline: `Receipt ${made}`, ...more })).id
}
const edit = (id: number, more: object) =>
  write(async (tx) => {
    const row = await findRow(tx, id)
    await keepText(tx, ed, row, articleInputSchema.parse({ ...(await textOf(tx, row)), ...more }), 'saved')
  })
const rowsOf = (id: number) => database().select().from(receipts).where(eq(receipts.articleId, id)).orderBy(receipts.id)
const actionsOf = async (id: number) => (await rowsOf(id)).map(({ action, actor }) => `${action} by ${actor}`)

describe('a receipt', () => {
  it('is noted for everything that readers get something else by, and for nothing else', async () => {
    const id = await article()
    await schedule(ed, id, new Date(Date.now() + 3_600_000))
    expect(await actionsOf(id)).toEqual([])
    await publish(ed, id)
    await edit(id, { headline: 'Another one' })
    await publish(ed, id, { change: { kind: 'update', note: '' } })
    await correct(ed, id, { kind: 'correction', text: 'It bent.' })
    await embargo(ed, id, null)
    await unpublish(ed, id)
    await unpublish(ed, id)
    await publish(ed, id)
    await kill(ed, id, 'It never was.')
    const deeds = ['publish', 'update', 'correction', 'embargo', 'unpublish', 'publish', 'kill']
    expect(await actionsOf(id)).toEqual(deeds.map((deed) => `${deed} by Ed`))
  })

  it('names where the article was and where it is now', async () => {
    const id = await article()
    await publish(ed, id)
    await edit(id, { slug: 'moved-here', tags: ['Floods'] })
    await publish(ed, id, { change: { kind: 'minor', note: '' } })
    const last = (await rowsOf(id)).at(-1)
    expect(last?.addresses).toEqual(
      expect.arrayContaining([
        ...[`/news/receipt-${made}`, '/news/moved-here', '/news/moved-here.md', '/tag/dams', '/tag/floods/feed.xml'],
        ...['/', '/news', '/sitemap.xml', '/api/v1/articles/moved-here'],
      ]),
    )
    expect(last?.keys).toEqual(expect.arrayContaining([`article:${id}`, 'latest', 'tag:dams', 'tag:floods']))
  })

  it('is made for the clock, but not for imports and the operator’s tool', async () => {
    const [byTool, byClock] = [await article(), await article()]
    await publish(operator, byTool)
    await schedule(ed, byClock, new Date(Date.now() - 1_000))
    const release = releaseDue()
    await release()
    await release()
    expect(await actionsOf(byTool)).toEqual([])
    expect(await actionsOf(byClock)).toEqual(['publish by scheduler'])
  })

  it('is kept ten times', async () => {
    const id = await article()
    for (let round = 0; round < 7; round += 1) {
      await publish(ed, id)
      await unpublish(ed, id)
    }
    expect(await rowsOf(id)).toHaveLength(10)
  })

  it('waits while the house is closed, and is fetched once it is open', async () => {
    const id = await article()
    await publish(ed, id)
    await awaitReceipt(id, 1_000)
    await fetchReceipts().run()
    expect((await rowsOf(id))[0]?.fetchedAt).toBeNull()
    // Nobody listens at the first of all ports.
    vi.stubEnv('PORT', '1')
    const asked: string[][] = []
    openCounterLine({
      dependants: async (keys) => [...asked.splice(0, asked.length, [...keys]).flat(), '/kept-elsewhere'],
      renderAnew: null,
    })
    await awaitReceipt(id, 60_000)
    expect(asked[0]).toEqual(expect.arrayContaining([`article:${id}`, 'latest']))
    const [receipt] = await getReceipts(ed, id)
    expect(receipt?.fetchedAt).not.toBeNull()
    expect(receipt?.lines.map(({ address }) => address)).toEqual(expect.arrayContaining(['/', '/kept-elsewhere']))
    expect(receipt?.troubles).toBe(receipt?.lines.length)
  })

  it('is fetched again for whoever may publish, and is nothing where there was none', async () => {
    const id = await article()
    await expect(fetchAgain(ed, id)).rejects.toThrow(ArticleNotFound)
    await publish(ed, id)
    const wren = unsafeViewer({ id: ed.personId ?? 0, name: 'Wren', role: 'author' })
    await expect(fetchAgain(wren, id)).rejects.toThrow(Refused)
    await expect(getReceipts(unsafeViewer({ id: 999, name: 'Remy', role: 'commenter' }), id)).rejects.toThrow(Refused)
    await fetchAgain(ed, id)
    expect((await rowsOf(id))[0]?.fetchedAt).toBeNull()
  })
})
