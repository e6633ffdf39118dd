import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { audit } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator, unsafeViewer } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { write } from '../write'
import { createArticle } from './article-commands'
import { articleInputSchema } from './article-input'
import { findRow } from './article-record'
import { textOf } from './article-text'
import { ChecksFailed } from './publish-gate'
import { publish, schedule } from './publishing-commands'
import { releaseDue } from './release-commands'
import { keepText } from './working-copy'

const operator = unsafeOperator()
const SECOND = 1000
const HOUR = 3_600 * SECOND
const NOON = Date.UTC(2026, 10, 24, 12)
let fresh: FreshDatabase
let ed: ReturnType<typeof unsafeViewer>
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
afterEach(() => vi.useRealTimers())

const body = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'It broke.' }] }],
}
async function article(more = {}) {
  made += 1
  return createArticle(operator, {
    section: 'news',
    language: 'en',
    headline: `Due ${made}`,
    bylines: ['Wren'],
    body,
    ...more,
  })
}
const rowOf = (id: number) => findRow(database(), id)
const edit = (id: number, more = {}) =>
  write(async (tx) => {
    const row = await findRow(tx, id)
    await keepText(tx, ed, row, articleInputSchema.parse({ ...(await textOf(tx, row)), ...more }), 'saved')
  })
const actionsOn = async (id: number) => {
  const rows = await database()
    .select()
    .from(audit)
    .where(eq(audit.subject, `article:${id}`))
    .orderBy(audit.id)
  return rows.map(({ action, actor }) => `${action.replace('article.', '')} by ${actor}`)
}
/** The clock shows this; the database's own clock is not asked. */
const itIs = (moment: number) => vi.useFakeTimers({ now: moment, toFake: ['Date'] })

describe('what is scheduled', () => {
  it('goes out at its time, once, dated as it was promised', async () => {
    itIs(NOON)
    const { id } = await article()
    await schedule(ed, id, new Date(NOON + HOUR))
    const release = releaseDue()
    itIs(NOON + HOUR - 1)
    await release()
    expect((await rowOf(id)).state).toBe('scheduled')
    itIs(NOON + HOUR)
    await release()
    await release()
    expect(await rowOf(id)).toMatchObject({ state: 'published', publishedAt: new Date(NOON + HOUR) })
    expect(await actionsOn(id)).toEqual(['create by operator', 'schedule by Ed', 'publish by scheduler'])
  })

  it('goes out after a stop of the server, once, by whichever process is first', async () => {
    itIs(NOON)
    const { id } = await article()
    await schedule(ed, id, new Date(NOON + SECOND))
    itIs(NOON + 24 * HOUR)
    await Promise.all([releaseDue()(), releaseDue()()])
    expect((await actionsOn(id)).filter((action) => action.startsWith('publish'))).toHaveLength(1)
  })

  it('stays out when the clock is set back, and is not published again', async () => {
    itIs(NOON)
    const { id } = await article()
    await schedule(ed, id, new Date(NOON + SECOND))
    const release = releaseDue()
    itIs(NOON + 2 * SECOND)
    await release()
    itIs(NOON - HOUR)
    await release()
    itIs(NOON + 2 * SECOND)
    await release()
    expect((await actionsOn(id)).filter((action) => action.startsWith('publish'))).toHaveLength(1)
  })

  it('goes at once to where the clock has jumped', async () => {
    itIs(NOON)
    const { id } = await article()
    await schedule(ed, id, new Date(NOON + 300 * 24 * HOUR))
    const release = releaseDue()
    await release()
    itIs(NOON + 301 * 24 * HOUR)
    await release()
    expect((await rowOf(id)).state).toBe('published')
  })

  it('is held by what was broken after it was scheduled, and says so', async () => {
    itIs(NOON)
    const [held, fine] = [await article(), await article()]
    for (const { id } of [held, fine]) await schedule(ed, id, new Date(NOON + SECOND))
    await edit(held.id, { headline: 'TK people flee' })
    itIs(NOON + SECOND)
    await releaseDue()()
    expect((await rowOf(held.id)).state).toBe('ready')
    expect((await actionsOn(held.id)).at(-1)).toBe('hold by scheduler')
    expect((await rowOf(fine.id)).state).toBe('published')
  })

  it('goes out with what was waived, and with nothing else', async () => {
    itIs(NOON)
    const [waived, more] = [await article({ bylines: [] }), await article({ bylines: [] })]
    await expect(schedule(ed, waived.id, new Date(NOON + SECOND))).rejects.toThrow(ChecksFailed)
    for (const { id } of [waived, more])
      await schedule(ed, id, new Date(NOON + SECOND), { waiver: 'A notice of ours.' })
    await edit(more.id, { headline: 'TK' })
    itIs(NOON + SECOND)
    await releaseDue()()
    expect((await rowOf(waived.id)).state).toBe('published')
    expect((await rowOf(more.id)).state).toBe('ready')
  })
})

describe('what has a time to be taken down', () => {
  it('is taken down at it, once, and may go out again', async () => {
    itIs(NOON)
    const { id } = await article()
    await publish(ed, id, { takeDownAt: new Date(NOON + HOUR) })
    const release = releaseDue()
    await release()
    itIs(NOON + HOUR)
    await release()
    await release()
    expect((await actionsOn(id)).at(-1)).toBe('take-down by scheduler')
    await publish(ed, id)
    await release()
    expect(await rowOf(id)).toMatchObject({ state: 'published', takeDownAt: null })
  })
})

describe('the gate', () => {
  it('holds up people, and lets the house past with a line on record', async () => {
    itIs(NOON)
    const { id } = await article({ bylines: [] })
    await expect(publish(ed, id)).rejects.toThrow('Nobody is named')
    await expect(publish(ed, id, { waiver: '  ' })).rejects.toThrow(ChecksFailed)
    await publish(operator, id)
    const rows = await database()
      .select()
      .from(audit)
      .where(eq(audit.subject, `article:${id}`))
      .orderBy(audit.id)
    expect(rows.at(-1)?.detail).toMatchObject({ waiver: 'By the operator.', waivedKeys: ['byline'] })
  })

  it('looks at changes of live articles, too', async () => {
    itIs(NOON)
    const { id } = await article()
    await publish(ed, id)
    await edit(id, { bylines: [] })
    await expect(publish(ed, id, { change: { kind: 'minor', note: '' } })).rejects.toThrow(ChecksFailed)
    await publish(ed, id, { change: { kind: 'minor', note: '' }, waiver: 'The author asked for it.' })
    const rows = await database()
      .select()
      .from(audit)
      .where(eq(audit.subject, `article:${id}`))
      .orderBy(audit.id)
    expect(rows.at(-1)?.detail).toMatchObject({ waiver: 'The author asked for it.', waivedKeys: ['byline'] })
  })

  it('knows own links that lead nowhere', async () => {
    itIs(NOON)
    const { slug } = await article()
    const link = (href: string) => ({
      ...{ type: 'text' as const, text: 'x', marks: [{ type: 'link' as const, attrs: { href } }] },
    })
    const links = [
      '/news',
      '/',
      '/latest',
      'https://elsewhere.example/x',
      '#there',
      `/news/${slug}`,
      '/news/nobody',
      '/sprot',
    ]
    const content = [{ type: 'paragraph' as const, content: links.map(link) }]
    const { id } = await article({ body: { type: 'doc', content } })
    await expect(publish(ed, id)).rejects.toMatchObject({
      findings: [`/news/${slug}`, '/news/nobody', '/sprot'].map((href) => ({ key: `link:${href}` })),
    })
  })
})
