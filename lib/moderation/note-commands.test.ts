import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { personNotes } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { addPerson, publishArticle } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { PersonRefused } from '../people/person-refused'
import { Refused, unsafeViewer, type Viewer } from '../people/viewer'
import { gatherRecord } from '../personal-data/personal-record'
import { write } from '../write'
import { removeNote, writeNote } from './note-commands'
import { noteSchema } from './note-input'
import { listNotes } from './note-queries'

let fresh: FreshDatabase
let mo: Viewer
let remy: number
let section: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  await publishArticle()
  mo = await addPerson('Mo', 'moderator')
  remy = (await addPerson('Remy', 'commenter')).personId as number
  const [row] = await database().select().from(sections).where(eq(sections.slug, 'news'))
  section = (row as { id: number }).id
})
afterEach(() => fresh.close())

const limited = (id: number, ids: number[]) => unsafeViewer({ id, name: 'Lin', role: 'moderator', sections: ids })
const bodies = async (viewer: Viewer) => (await listNotes(viewer, remy)).map(({ body }) => body)

it('keeps who wrote what when, for moderators and admins alone', async () => {
  await writeNote(mo, remy, { note: 'Calm since May.', sectionId: null })
  expect(await listNotes(mo, remy)).toMatchObject([
    { body: 'Calm since May.', writer: 'Mo', writtenAt: expect.any(Date), section: null, mayRemove: true },
  ])
  expect(await bodies(await addPerson('Ada', 'admin'))).toEqual(['Calm since May.'])
  for (const role of ['editor', 'author', 'commenter', 'reader'] as const) {
    const viewer = unsafeViewer({ id: remy, name: role, role })
    await expect(listNotes(viewer, remy)).rejects.toThrow(Refused)
    await expect(writeNote(viewer, remy, { note: 'No.', sectionId: null })).rejects.toThrow(Refused)
    await expect(removeNote(viewer, remy, 1)).rejects.toThrow(Refused)
  }
  await expect(writeNote(mo, 999, { note: 'Nobody.', sectionId: null })).rejects.toThrow(PersonRefused)
  await expect(writeNote(mo, remy, { note: 'Nowhere.', sectionId: 999 })).rejects.toThrow(PersonRefused)
})

it('shows a moderator who is limited to sections what is about those, and their own', async () => {
  const lin = (await addPerson('Lin', 'moderator')).personId as number
  await writeNote(mo, remy, { note: 'Everywhere.', sectionId: null })
  await writeNote(mo, remy, { note: 'In news.', sectionId: section })
  const here = limited(lin, [section])
  await writeNote(here, remy, { note: 'Mine.', sectionId: section })
  expect((await bodies(here)).sort()).toEqual(['In news.', 'Mine.'])
  expect(await bodies(limited(lin, []))).toEqual(['Mine.'])
  await expect(writeNote(here, remy, { note: 'Wide.', sectionId: null })).rejects.toThrow(Refused)
  await expect(writeNote(here, remy, { note: 'Away.', sectionId: section + 1 })).rejects.toThrow(Refused)
  expect((await listNotes(here, remy)).filter(({ mayRemove }) => mayRemove)).toHaveLength(1)
})

it('is removed by its writer or an admin, and the log has that, never the words', async () => {
  const [una, ada] = [await addPerson('Una', 'moderator'), await addPerson('Ada', 'admin')]
  await writeNote(mo, remy, { note: 'One canary.', sectionId: null })
  await writeNote(mo, remy, { note: 'Two canaries.', sectionId: section })
  const [two, one] = (await listNotes(mo, remy)).map(({ id }) => id) as [number, number]
  await expect(removeNote(una, remy, one)).rejects.toThrow(Refused)
  await expect(removeNote(mo, una.personId as number, one)).rejects.toThrow(PersonRefused)
  expect(await bodies(mo)).toHaveLength(2)
  await removeNote(mo, remy, one)
  await expect(removeNote(mo, remy, one)).rejects.toThrow(PersonRefused)
  await removeNote(ada, remy, two)
  expect(await bodies(mo)).toEqual([])
  const lines = await database()
    .select()
    .from(audit)
    .where(eq(audit.subject, `person:${remy}`))
  expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
    ['person.note', 'Mo'],
    ['person.note', 'Mo'],
    ['person.unnote', 'Mo'],
    ['person.unnote', 'Ada'],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/canar/)
})

it('is in the copy of their data without its writer, and goes with the account', async () => {
  await writeNote(mo, remy, { note: 'Argues well.', sectionId: null })
  const record = await gatherRecord(remy, 'https://news.example')
  const part = record?.parts.find(({ title }) => title === 'Notes that moderators made about you')
  expect(part?.rows).toMatchObject([{ body: 'Argues well.' }])
  expect(JSON.stringify(part)).not.toContain('Mo')
  const own = await gatherRecord(mo.personId as number, 'https://news.example')
  expect(JSON.stringify(own)).not.toContain('Argues well.')
  await write(async (tx) => void (await tx.delete(people).where(eq(people.id, remy))))
  expect(await database().select().from(personNotes)).toEqual([])
})

it('takes plain text of some length about something', () => {
  const faults = (form: object) => noteSchema.safeParse(form).error?.issues.map(({ path }) => path[0])
  expect(noteSchema.parse({ note: ' Fine.\r\nYes. ', sectionId: '' })).toEqual({ note: 'Fine.\nYes.', sectionId: null })
  expect(noteSchema.parse({ note: 'Fine.', sectionId: '3' }).sectionId).toBe(3)
  expect(faults({ note: '', sectionId: 'x' })).toEqual(['note', 'sectionId'])
  expect(faults({ note: 'a\u202eb' })).toEqual(['note'])
  expect(faults({ note: 'x'.repeat(2001) })).toEqual(['note'])
})
