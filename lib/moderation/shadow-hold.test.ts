import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { mails } from '@/db/schema/mails'
import { notifications } from '@/db/schema/notifications'
import { audit } from '@/db/schema/site'
import { postComment } from '../comments/comment-commands'
import { addPerson, commentRow, publishArticle } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { PersonRefused } from '../people/person-refused'
import { banPerson } from '../people/standing-commands'
import { Refused, unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { getPersonRecord } from './person-record'
import { changeRules } from './rule-record'
import { endShadowHold, startShadowHold } from './shadow-hold-commands'

let fresh: FreshDatabase
let articleId: number
let mo: Viewer
let remy: Viewer
const DAY = 86_400_000

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  mo = await addPerson('Mo', 'moderator')
  remy = await addPerson('Remy', 'commenter')
  await write((tx) => changeRules(tx, { firstComments: 0 }))
})
afterEach(() => {
  vi.useRealTimers()
  return fresh.close()
})

const idOf = ({ personId }: Viewer) => personId as number
const inDays = (days: number) => new Date(Date.now() + days * DAY)

async function stateOfNew(body: string) {
  const { id } = await postComment(remy, { articleId, parentId: null, body })
  return (await commentRow(id)).state
}

it('holds what somebody writes until its day, tells them nothing, and ends by itself', async () => {
  expect(await stateOfNew('Before.')).toBe('approved')
  await startShadowHold(mo, idOf(remy), { until: inDays(2), reason: 'Provokes.' })
  expect(await stateOfNew('Meanwhile.')).toBe('pending')
  expect(await database().select().from(mails)).toEqual([])
  expect(await database().select().from(notifications)).toEqual([])
  expect((await getPersonRecord(mo, idOf(remy)))?.shadowHold).toMatchObject({ until: inDays(2), reason: 'Provokes.' })
  vi.setSystemTime(inDays(2).getTime() + 1)
  expect(await stateOfNew('Afterwards.')).toBe('approved')
  expect((await getPersonRecord(mo, idOf(remy)))?.shadowHold).toBeNull()
  await expect(endShadowHold(mo, idOf(remy), { reason: 'Late.' })).rejects.toThrow(PersonRefused)
})

it('is ended and begun anew with a reason, each in the log', async () => {
  await startShadowHold(mo, idOf(remy), { until: inDays(2), reason: 'One.' })
  await startShadowHold(mo, idOf(remy), { until: inDays(9), reason: 'Two.' })
  expect((await getPersonRecord(mo, idOf(remy)))?.shadowHold).toMatchObject({ until: inDays(9), reason: 'Two.' })
  await endShadowHold(mo, idOf(remy), { reason: 'Better.' })
  expect(await stateOfNew('Free.')).toBe('approved')
  const lines = await database()
    .select()
    .from(audit)
    .where(eq(audit.subject, `person:${idOf(remy)}`))
  expect(lines.map(({ action, detail }) => [action, detail.reason])).toEqual([
    ['person.hold', 'One.'],
    ['person.hold', 'Two.'],
    ['person.release', 'Better.'],
  ])
})

it('is refused to whoever may not suspend, and for whoever writes nothing', async () => {
  const order = { until: inDays(1), reason: 'No.' }
  const limited = unsafeViewer({ id: idOf(mo), name: 'Mo', role: 'moderator', sections: [1] })
  for (const viewer of [limited, await addPerson('Ed', 'editor'), await addPerson('Wren', 'author'), remy]) {
    await expect(startShadowHold(viewer, idOf(remy), order)).rejects.toThrow(Refused)
    await expect(endShadowHold(viewer, idOf(remy), order)).rejects.toThrow(Refused)
  }
  await expect(startShadowHold(mo, idOf(mo), order)).rejects.toThrow(Refused)
  await expect(startShadowHold(mo, 999, order)).rejects.toThrow(PersonRefused)
  await banPerson(mo, idOf(remy), { reason: 'Spam.' })
  await expect(startShadowHold(mo, idOf(remy), order)).rejects.toThrow(PersonRefused)
})
