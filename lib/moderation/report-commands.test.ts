import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { commentReports } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { commentDecisions } from '@/db/schema/moderation'
import { audit } from '@/db/schema/site'
import { editComment } from '../comments/comment-commands'
import { listOwnReports } from '../comments/own-report-queries'
import { reportComment } from '../comments/response-commands'
import { addPerson, commentRow, publishArticle, say } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeViewer, type Viewer } from '../people/viewer'
import { decide } from './decision-commands'
import { DecisionRefused } from './decision-refused'
import { reportAnswerSchema, SUGGESTED_ANSWERS } from './report-answer'
import { answerReport } from './report-commands'
import { countOpenIllegalReports, getIllegalReport, listIllegalReports } from './report-queries'
import { undoDecision } from './undo-commands'

let fresh: FreshDatabase
let remy: Viewer
let ann: Viewer
let mo: Viewer
let id: number
let reportId: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  const articleId = await publishArticle()
  remy = await addPerson('Remy', 'commenter')
  ann = await addPerson('Ann', 'commenter')
  mo = await addPerson('Mo', 'moderator')
  id = await say(remy, articleId, 'Something terrible.')
  reportId = await report(ann)
})
afterEach(() => fresh.close())

const report = async (by: Viewer, isIllegal = true) =>
  (await reportComment(by, { id, reason: isIllegal ? 'legal' : 'spam', details: 'Section 4.', isIllegal })).reportId
const upheld = { outcome: 'upheld' as const, revision: 1, answer: 'Taken down: it is a threat.' }
const dismissed = { outcome: 'dismissed' as const, revision: 1, answer: 'It quotes a court.' }
const sectionId = async () => (await database().select().from(sections).where(eq(sections.slug, 'news')))[0]?.id ?? 0
const limited = (ids: number[]) => unsafeViewer({ id: mo.personId ?? 0, name: 'Mo', role: 'moderator', sections: ids })

it('takes a comment down by a decision, and answers in the moderator’s words', async () => {
  const bob = await addPerson('Bob')
  await report(bob, false)
  expect((await commentRow(id)).openReports).toBe(2)
  await answerReport(mo, reportId, upheld)
  expect(await commentRow(id)).toMatchObject({ state: 'rejected', decidedReason: 'It may be against the law.' })
  expect((await commentRow(id)).openReports).toBe(0)
  const sent = (await database().select().from(mails)).filter(({ recipient }) => recipient === 'ann@news.example')
  expect(sent).toHaveLength(1)
  expect(JSON.stringify(sent)).toMatch(/The comment was taken down\..*Taken down: it is a threat\..*account\/reports/)
  expect((await listOwnReports(ann, 1)).cards).toMatchObject([
    { isIllegal: true, outcome: 'upheld', answer: 'Taken down: it is a threat.', comment: null },
  ])
  const lines = (await database().select().from(audit)).filter(({ subject }) => subject === `comment:${id}`)
  expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
    ['comment.reject', 'Mo'],
    ['report.uphold', 'Mo'],
  ])
})

it('leaves a comment up, and what others report of it open', async () => {
  const bob = await addPerson('Bob')
  const other = await report(bob)
  await answerReport(mo, reportId, dismissed)
  expect(await commentRow(id)).toMatchObject({ state: 'approved', openReports: 1 })
  expect((await listOwnReports(ann, 1)).cards).toMatchObject([{ outcome: 'dismissed', comment: { id } }])
  expect((await listOwnReports(bob, 1)).cards).toMatchObject([{ outcome: null, answer: '' }])
  expect(await listIllegalReports(mo, { kind: 'open', page: 1 })).toMatchObject({ total: 1, cards: [{ id: other }] })
  expect(await listIllegalReports(mo, { kind: 'decided', page: 1 })).toMatchObject({ cards: [{ decidedBy: 'Mo' }] })
  expect((await listOwnReports(remy, 1)).total).toBe(0)
})

it('is decided once, on the text that was read, and only illegal content goes this way', async () => {
  const [first, second] = await Promise.allSettled([
    answerReport(mo, reportId, dismissed),
    answerReport(mo, reportId, upheld),
  ])
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
  const again = await report(await addPerson('Cid'), false)
  await expect(answerReport(mo, again, dismissed)).rejects.toThrow(DecisionRefused)
  await expect(answerReport(mo, 999, dismissed)).rejects.toThrow(DecisionRefused)
})

it('is open again when what it led to is undone, whoever decided first', async () => {
  const open = async () => (await listIllegalReports(mo, { kind: 'open', page: 1 })).cards.map((report) => report.id)
  await answerReport(mo, reportId, upheld)
  const [takedown] = await database().select().from(commentDecisions)
  await undoDecision(mo, takedown?.id as number)
  expect(await open()).toEqual([reportId])
  expect(await commentRow(id)).toMatchObject({ state: 'approved', openReports: 1 })
  expect((await listOwnReports(ann, 1)).cards).toMatchObject([{ outcome: null, answer: '' }])

  const decision = await decide(mo, { commentId: id, revision: 1, decision: 'reject', reason: 'abuse' })
  await answerReport(mo, reportId, upheld)
  expect(await open()).toEqual([])
  await undoDecision(mo, decision as number)
  expect(await open()).toEqual([reportId])
})

it('does not take down what was edited since it was read; the report keeps what it was about', async () => {
  await editComment(remy, { id, body: 'Something harmless.', revision: 1 })
  await expect(answerReport(mo, reportId, upheld)).rejects.toThrow(DecisionRefused)
  expect((await database().select().from(commentReports))[0]?.decidedAt).toBeNull()
  expect(await getIllegalReport(mo, reportId)).toMatchObject({
    reportedText: 'Something terrible.',
    comment: { body: 'Something harmless.', revision: 2 },
  })
})

it('is seen and decided in the sections that a moderator is limited to, and by nobody else', async () => {
  const here = await sectionId()
  expect(await countOpenIllegalReports(limited([here]))).toBe(1)
  expect(await countOpenIllegalReports(limited([here + 1]))).toBe(0)
  expect(await getIllegalReport(limited([here + 1]), reportId)).toBeNull()
  await expect(answerReport(limited([here + 1]), reportId, upheld)).rejects.toThrow(Refused)
  for (const viewer of [ann, remy, await addPerson('Wren', 'author')]) {
    await expect(answerReport(viewer, reportId, upheld)).rejects.toThrow(Refused)
    await expect(getIllegalReport(viewer, reportId)).rejects.toThrow(Refused)
    await expect(listIllegalReports(viewer, { kind: 'open', page: 1 })).rejects.toThrow(Refused)
  }
})

it('wants words of its own', () => {
  const parse = (answer: string) => reportAnswerSchema.safeParse({ outcome: 'upheld', revision: '1', answer }).success
  expect(['', '   ', ...Object.values(SUGGESTED_ANSWERS), 'a\u202eb'].map(parse)).toEqual(Array(5).fill(false))
  expect(parse('We have taken it down, because it is a threat.')).toBe(true)
})
