import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { audit } from '@/db/schema/site'
import type { FreshDatabase } from '../../operating/fresh-database'
import { Refused } from '../../people/viewer'
import { createArticle } from '../article-commands'
import { WrongState } from '../authority'
import { bin } from '../desk-commands'
import { draft, HOUR, openNewsroom, operator, person, rowOf } from '../test-newsroom'
import { arrange, NoColleague } from './arrangement-commands'
import { arrangementSchema } from './arrangement-input'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await openNewsroom()
})
afterAll(() => fresh.close())

describe('arranging', () => {
  it('changes what is said, keeps the rest, and is on record', async () => {
    const ed = await person('editor')
    const wren = await person('author')
    const { id } = await createArticle(operator, draft())
    const deadlineAt = new Date(Date.now() + HOUR)
    await arrange(ed, id, { assigneeId: wren.personId })
    await arrange(ed, id, { deadlineAt, isLegalWanted: true })
    expect(await rowOf(id)).toMatchObject({ assigneeId: wren.personId, deadlineAt, pictureWantedAt: null })
    await arrange(ed, id, { assigneeId: null, isLegalWanted: false, isPictureWanted: true })
    expect(await rowOf(id)).toMatchObject({ assigneeId: null, deadlineAt, legalWantedAt: null })
    const rows = await database()
      .select()
      .from(audit)
      .where(eq(audit.subject, `article:${id}`))
      .orderBy(audit.id)
    expect(rows.map(({ action }) => action.replace('article.', ''))).toEqual([
      ...['create', 'assign', 'assign', 'want-legal', 'assign', 'legal-done', 'want-picture'],
    ])
  })

  it('keeps since when somebody is wanted', async () => {
    const { id } = await createArticle(operator, draft())
    await arrange(operator, id, { isPictureWanted: true })
    const { pictureWantedAt } = await rowOf(id)
    expect(pictureWantedAt).not.toBeNull()
    await arrange(operator, id, { isPictureWanted: true })
    expect((await rowOf(id)).pictureWantedAt).toEqual(pictureWantedAt)
  })

  it('lets a writer ask for a look at their own, and give it to nobody', async () => {
    const wren = await person('author')
    const { id } = await createArticle(wren, draft())
    await arrange(wren, id, { isLegalWanted: true })
    expect((await rowOf(id)).legalWantedAt).not.toBeNull()
    await expect(arrange(wren, id, { assigneeId: wren.personId, isLegalWanted: false })).rejects.toThrow(Refused)
    await expect(arrange(await person('author'), id, { isLegalWanted: false })).rejects.toThrow(Refused)
    expect((await rowOf(id)).legalWantedAt).not.toBeNull()
  })

  it('gives it to nobody who does not write, and does nothing half', async () => {
    const { id } = await createArticle(operator, draft())
    const before = await rowOf(id)
    for (const role of ['commenter', 'moderator'] as const) {
      const { personId } = await person(role)
      await expect(arrange(operator, id, { isLegalWanted: true, assigneeId: personId })).rejects.toThrow(NoColleague)
    }
    await expect(arrange(operator, id, { assigneeId: 999_999 })).rejects.toThrow(NoColleague)
    expect(await rowOf(id)).toEqual(before)
    await bin(operator, id)
    await expect(arrange(operator, id, { isLegalWanted: true })).rejects.toThrow(WrongState)
  })
})

describe('the form of it', () => {
  const read = (fields: Record<string, string>) => arrangementSchema('Europe/London').safeParse(fields)
  const drawn = { assigneeWas: '4', deadlineWas: '2026-11-24T05:30', legalWas: '', pictureWas: 'yes' }

  it('asks for what was changed in it only', () => {
    const same = { ...drawn, assignee: '4', deadline: '2026-11-24T05:30', picture: 'yes' }
    expect(read(same).data).toEqual({})
    expect(read({ ...same, assignee: '7', legal: 'yes' }).data).toEqual({ assigneeId: 7, isLegalWanted: true })
    expect(read({ ...same, assignee: '', deadline: '' }).data).toEqual({ assigneeId: null, deadlineAt: null })
    expect(read({ ...same, deadline: '2026-07-01T06:00' }).data).toEqual({
      deadlineAt: new Date('2026-07-01T05:00:00Z'),
    })
    const { picture: _, ...unticked } = same
    expect(read(unticked).data).toEqual({ isPictureWanted: false })
  })

  it('leaves alone what its page did not ask for', () => {
    expect(read({ assignee: '7', deadline: '', legal: 'yes' }).data).toEqual({})
  })

  it('says which moment it cannot read', () => {
    const { error } = read({ ...drawn, deadline: '2026-03-29T01:30' })
    expect(error?.issues).toMatchObject([{ path: ['deadline'], message: expect.stringContaining('no such time') }])
  })
})
