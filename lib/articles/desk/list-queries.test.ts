import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { unsafeWritingConnection } from '@/db/client'
import { KeptStatements } from '@/db/kept-statements'
import { Sqlite } from '@/db/sqlite.mjs'
import { type FreshDatabase, openFreshDatabase } from '../../operating/fresh-database'
import { fillWithArticles } from '../../operating/many-articles.mjs'
import { Refused, unsafeOperator, unsafeViewer } from '../../people/viewer'
import { findOwnArticles } from './find-articles-sql'
import { type ListFilter, listFilterFrom, listQuery, VIEWS, type View } from './list-input'
import { listArticles } from './list-queries'

const MANY = 20_000
const admin = unsafeOperator()
const wren = unsafeViewer({ id: 7, name: 'Wren', role: 'author' })
let fresh: FreshDatabase

beforeAll(() => {
  fresh = openFreshDatabase()
  const db = unsafeWritingConnection()
  const ids = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
  for (const id of ids(40))
    db.prepare("insert into people (id, name, email, mailbox, role) values (?, ?, ?, ?, 'author')").run(
      ...[id, `P${id}`, `p${id}@x.example`, `p${id}@x.example`],
    )
  for (const id of ids(12))
    db.prepare('insert into sections (id, slug, name) values (?, ?, ?)').run(id, `s${id}`, `S${id}`)
  fillWithArticles(db, { count: MANY, people: ids(40), sections: ids(12) })
})
afterAll(() => fresh.close())

const filter = (more: Partial<ListFilter> = {}): ListFilter => ({ ...listFilterFrom({}), ...more })

/** How SQLite goes about each query that is asked meanwhile. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  // Those that are kept from an earlier time are asked for, but not compiled again.
  const spies = [vi.spyOn(Sqlite.prototype, 'prepare'), vi.spyOn(KeptStatements.prototype, 'prepare')]
  await work()
  const queries = new Set(spies.flatMap(({ mock }) => mock.calls.map(([query]) => query as string)))
  for (const spy of spies) spy.mockRestore()
  return [...queries].map((query) => {
    const plan = unsafeWritingConnection().prepare<unknown[], { detail: string }>(`explain query plan ${query}`)
    const values = Array.from({ length: query.match(/\?/g)?.length ?? 0 }, () => 1)
    return plan
      .all(...values)
      .map(({ detail }) => detail)
      .join('\n')
  })
}

/** All rows with their texts, or all of them put in order: what takes longer with every article that there is. */
const READS_ALL = /^SCAN articles$|^SCAN articles(?=[\s\S]*USE TEMP B-TREE FOR ORDER BY)/m

describe('the list of the desk, of very many articles', () => {
  const cases: [string, Partial<ListFilter>, number][] = [
    ...(Object.keys(VIEWS) as View[]).map((view): [string, Partial<ListFilter>, number] => [view, { view }, 1]),
    ['a section', { section: 's3' }, 1],
    ['a section and a state', { section: 's3', state: 'ready' }, 1],
    ['somebody’s', { assignee: '7' }, 1],
    ['a word', { words: 'harbour' }, 1],
    ['two beginnings of words', { words: 'harb sto' }, 1],
    ['a word that is rare', { words: '19999' }, 1],
    ['a word in a section', { words: 'flood', section: 's5', state: 'draft' }, 1],
    ['by deadline', { sort: 'deadline' }, 1],
    ['by deadline, of a section', { sort: 'deadline', section: 's3' }, 1],
    ['a late page', {}, 200],
  ]
  it.each(cases)('reads not all of them for %s', async (_, wanted, page) => {
    for (const viewer of [admin, wren]) {
      const plans = await plansOf(() => listArticles(viewer, filter(wanted), page, 'Europe/London'))
      expect(plans.length).toBeGreaterThan(1)
      for (const plan of plans) expect(plan).not.toMatch(READS_ALL)
    }
  })

  it('reads not all of them to find one to link to', async () => {
    for (const viewer of [admin, wren])
      for (const plan of await plansOf(() => findOwnArticles(viewer, 'dam'))) expect(plan).not.toMatch(READS_ALL)
  })

  it('knows a query that reads all of them', async () => {
    const db = unsafeWritingConnection()
    for (const query of [
      'select headline from articles where words > ?',
      'select body from articles order by headline',
    ])
      expect((await plansOf(async () => db.prepare(query)))[0]).toMatch(READS_ALL)
  })

  it('counts no further than it says', async () => {
    expect(await listArticles(admin, filter(), 1, 'UTC')).toMatchObject({ total: 1001, lines: { length: 50 } })
    const { lines } = await listArticles(admin, filter({ words: 'story 19998' }), 1, 'UTC')
    expect(lines).toMatchObject([{ id: 19998, section: 'S7' }])
  })

  it('shows whoever writes their own, and others nothing', async () => {
    const { lines } = await listArticles(wren, filter(), 1, 'UTC')
    expect(lines.length).toBe(50)
    for (const { id, assignee } of lines) expect(1 + (id % 40) === 7 || assignee === 'P7').toBe(true)
    await expect(
      listArticles(unsafeViewer({ id: 7, name: 'Mo', role: 'moderator' }), filter(), 1, 'UTC'),
    ).rejects.toThrow(Refused)
    const limited = unsafeViewer({ id: 99, name: 'Ed', role: 'editor', sections: [3] })
    const seen = await listArticles(limited, filter(), 1, 'UTC')
    expect(new Set(seen.lines.map(({ section }) => section))).toEqual(new Set(['S3']))
  })
})

it('an address says a filter, and a filter an address', () => {
  const wanted = filter({
    view: 'late',
    words: 'dam',
    section: 's1',
    state: 'draft',
    assignee: '4',
    sort: 'deadline',
    isDense: true,
  })
  expect(listFilterFrom(Object.fromEntries(new URLSearchParams(listQuery(wanted))))).toEqual(wanted)
  expect(listQuery(filter())).toBe('')
  expect(listFilterFrom({ view: '__proto__', state: 'x', assignee: "1'", q: ['a'] })).toEqual(filter())
})
