import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles, revisions } from '@/db/schema/articles'
import type { FreshDatabase } from '../../operating/fresh-database'
import { write } from '../../write'
import type { ArticleBody } from '../article-body'
import { recordRevision } from '../revision-record'
import { openArticle } from './desk-content'
import { restoreRevision } from './revision-commands'
import { saveArticle } from './save-article'
import { Saver, type SaverState } from './saver'
import { bodyOf, current, draft, ed, openDesk, save, text, words, wren } from './test-desk'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await openDesk()
})
afterEach(() => fresh.close())

const hostile = 'The dam\u0000 held\u0007 until\ud800 noon.'
const clean = 'The dam held until noon.'

/** A text as an earlier version of the house let it in. */
async function keepAsItCame(id: number, body: ArticleBody): Promise<void> {
  await write(async (tx) => {
    const [row] = await tx.update(articles).set({ body, revision: 2 }).where(eq(articles.id, id)).returning()
    await recordRevision(tx, wren, row as never, 'saved')
  })
}

const revisionRows = () => database().select().from(revisions).orderBy(revisions.number)

describe('a save of what no page shows', () => {
  it('keeps the text without it, and brings that back to whoever sent it', async () => {
    const { id } = await draft()
    const { content } = await openArticle(wren, id)
    const body = bodyOf(text(hostile, 'p-1'), text('Nobody was hurt.', 'p-2'))
    const input = { saveId: 'hostile-one', baseRevision: 1, content: { ...content, body } }
    const saved = await saveArticle(wren, id, input)
    expect(saved).toMatchObject({ revision: 2, content: { body: { content: [text(clean), {}] } } })
    expect(words(await current(id))).toEqual([clean, 'Nobody was hurt.'])
    expect(await saveArticle(wren, id, input)).toMatchObject({ revision: 2, content: { body: {} } })
    const again = { ...input, saveId: 'clean-one', baseRevision: 2, content: await current(id) }
    expect(await saveArticle(wren, id, again)).toMatchObject({ revision: 2, content: null })
  })

  it('is saved once, and the editor holds what is kept', async () => {
    const { id } = await draft()
    const { content: start } = await openArticle(wren, id)
    let now = start
    let state: SaverState | null = null
    let sends = 0
    const saver = new Saver(
      { revision: 1, content: start },
      {
        ...{
          read: () => now,
          show: (content) => {
            now = content
          },
          keep: () => {},
          newId: () => `saver-${sends}-xx`,
        },
        send: async (sent) => {
          sends += 1
          const saved = await saveArticle(wren, id, JSON.parse(sent))
          return { ...saved, savedAt: 'now' } as never
        },
        tell: (told) => {
          state = told
        },
      },
    )
    const [first, ...others] = start.body.content
    now = { ...start, body: bodyOf(text(hostile, first?.attrs?.id), ...others) }
    expect(await saver.saveAll()).toBe(true)
    saver.stop()
    expect([state, sends]).toEqual([{ is: 'saved', at: 'now' }, 1])
    expect(words(now)).toEqual([clean, 'Nobody was hurt.'])
  })
})

describe('a text that was kept with it', () => {
  it('is no change of somebody else’s when its words are changed', async () => {
    const { id } = await draft()
    await keepAsItCame(id, bodyOf(text(hostile, 'p-1'), text('Nobody was hurt.', 'p-2')))
    const opened = await current(id)
    expect(words(opened)).toEqual([clean, 'Nobody was hurt.'])
    const body = bodyOf(text('The dam\u0000 held\u0007 until\ud800 eleven.', 'p-1'), text('Nobody was hurt.', 'p-2'))
    expect(await save(ed, id, { body })).toMatchObject({ outcome: 'saved', revision: 3 })
    expect(words(await current(id))).toEqual(['The dam held until eleven.', 'Nobody was hurt.'])
  })

  it('is put back clean as a new revision, and the old ones stay to the letter', async () => {
    const { id } = await draft()
    await keepAsItCame(id, bodyOf(text(hostile, 'p-1')))
    await save(wren, id, { body: bodyOf(text('Rewritten.', 'p-1')) })
    const before = await revisionRows()
    await restoreRevision(wren, id, 2)
    expect(words(await current(id))).toEqual([clean])
    expect((await revisionRows()).slice(0, 3)).toEqual(before)
    expect(JSON.stringify(before[1]?.content)).toContain('\\u0000')
  })
})
