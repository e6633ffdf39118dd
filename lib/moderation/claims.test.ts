import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { commentClaims } from '@/db/schema/moderation'
import { audit } from '@/db/schema/site'
import { addPerson, commentRow, put, putDoubtful } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { closeSession, openSession } from '../people/session-commands'
import { banPerson } from '../people/standing-commands'
import { Refused, unsafeOperator, unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { decideMany } from './bulk-decision'
import { CLAIM_LASTS, claimWords } from './claim'
import { claimComment, leaveComments, releaseComment, takeOver } from './claim-commands'
import { claimsOfOthers } from './claim-queries'
import { decide } from './decision-commands'
import { ClaimedByOther } from './decision-refused'
import { hideComment } from './hide-command'
import { lookAt } from './look-at'
import { findStale } from './stale-decision'

let fresh: FreshDatabase
let articleId: number
let mo: Viewer
let ana: Viewer
let remy: Viewer
let id: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  ;({ articleId, mo, remy, id } = await putDoubtful())
  ana = await addPerson('Ana', 'moderator')
})
afterEach(() => fresh.close())

const approve = (commentId = id) => ({ commentId, revision: 1, seen: 0, decision: 'approve' as const })
const seenBy = async (viewer: Viewer) => (await claimsOfOthers(viewer)).map(({ commentId, by }) => [commentId, by])
const signedIn = async (viewer: Viewer) => {
  const personId = viewer.personId as number
  const { id: sessionId, secret } = await write((tx) => openSession(tx, personId, { device: '', networkHash: '' }))
  return { viewer: unsafeViewer({ id: personId, name: viewer.name, role: viewer.role, sessionId }), secret }
}
async function age(milliseconds: number) {
  const [row] = await database().select().from(commentClaims)
  const earlier = (moment: Date | undefined) => new Date((moment?.getTime() ?? 0) - milliseconds)
  const set = { since: earlier(row?.since), until: earlier(row?.until) }
  await write(async (tx) => void (await tx.update(commentClaims).set(set)))
}

it('gives a comment to whoever comes first, until they let it go', async () => {
  expect(await claimComment(mo, id)).toBeNull()
  expect(await claimComment(mo, id)).toBeNull()
  expect(await claimComment(ana, id)).toMatchObject({ commentId: id, by: 'Mo', since: expect.any(Date) })
  expect([await seenBy(ana), await seenBy(mo)]).toEqual([[[id, 'Mo']], []])
  await releaseComment(ana, id)
  expect(await seenBy(ana)).toEqual([[id, 'Mo']])
  await releaseComment(mo, id)
  expect(await claimComment(ana, id)).toBeNull()
})

it('gives it to one of two who come at once', async () => {
  const claims = await Promise.all([claimComment(mo, id, true), claimComment(ana, id, true)])
  expect(claims.filter((claim) => claim === null)).toHaveLength(1)
})

it('refuses a decision to everyone else, by whatever door, and ends with its own', async () => {
  await claimComment(mo, id)
  await expect(decide(ana, approve())).rejects.toThrow(ClaimedByOther)
  await expect(decide(ana, approve())).rejects.toThrow('Mo began to look at this comment less than a minute ago.')
  await expect(hideComment(ana, { id, isOn: true, reason: 'Off topic.' })).rejects.toThrow('Mo began to look')
  expect((await commentRow(id)).state).toBe('pending')
  await decide(mo, approve())
  expect(await database().select().from(commentClaims)).toEqual([])
  await expect(decide(ana, { ...approve(), decision: 'spam' })).rejects.toThrow('Mo decided on this comment')
})

it('is taken over by whoever says so, which goes into the log', async () => {
  await claimComment(mo, id)
  await takeOver(ana, id)
  await takeOver(ana, id)
  expect(await claimComment(mo, id, true)).toMatchObject({ by: 'Ana' })
  await expect(decide(mo, approve())).rejects.toThrow('Ana began to look')
  await decide(ana, approve())
  const lines = (await database().select().from(audit)).filter(({ action }) => action === 'comment.take-over')
  expect(lines).toMatchObject([{ actor: 'Ana', subject: `comment:${id}`, detail: { revision: 1, from: 'Mo' } }])
})

it('never blocks for ever: it runs out, and begins anew', async () => {
  await claimComment(mo, id, true)
  await age(CLAIM_LASTS - 5000)
  expect(await seenBy(ana)).toEqual([[id, 'Mo']])
  await claimComment(mo, id, true)
  await age(CLAIM_LASTS - 5000)
  expect(await seenBy(ana)).toEqual([[id, 'Mo']])
  await age(6000)
  expect(await seenBy(ana)).toEqual([])
  const before = Date.now()
  await claimComment(mo, id)
  const [claim] = await database().select().from(commentClaims)
  expect(claim?.since.getTime()).toBeGreaterThanOrEqual(before)
  await age(CLAIM_LASTS)
  expect(await claimComment(ana, id)).toBeNull()
})

it('ends with the session that it was made in', async () => {
  const { viewer, secret } = await signedIn(mo)
  await claimComment(viewer, id)
  expect(await seenBy(ana)).toEqual([[id, 'Mo']])
  await closeSession(secret)
  expect(await seenBy(ana)).toEqual([])
  expect(await claimComment(ana, id)).toBeNull()
  await releaseComment(ana, id)

  await claimComment((await signedIn(mo)).viewer, id)
  await banPerson(unsafeOperator(), mo.personId as number, { reason: 'Gone.' })
  await decide(ana, approve())
})

it('lets go of what was looked at without a script as soon as something else is', async () => {
  const [second, third] = [await put(remy, articleId, 'Two'), await put(remy, articleId, 'Three')]
  await claimComment(mo, id)
  await claimComment(mo, second)
  expect(await seenBy(ana)).toEqual([[second, 'Mo']])
  await claimComment(mo, second, true)
  await claimComment(mo, third)
  expect(await seenBy(ana)).toEqual([
    [second, 'Mo'],
    [third, 'Mo'],
  ])
  await leaveComments(mo)
  expect(await seenBy(ana)).toEqual([[second, 'Mo']])
})

it('is left out of many, and told of each', async () => {
  const second = await put(remy, articleId, 'Two')
  await claimComment(mo, id)
  const items = [id, second].map((commentId) => ({ commentId, revision: 1, seen: 0 }))
  const outcome = await decideMany(ana, items, { decision: 'approve' })
  expect(outcome).toMatchObject({ decided: new Map([[second, expect.any(Number)]]), stale: [{ commentId: id }] })
  const refused = [{ ...approve() }, approve(999)]
  expect(await findStale(ana, refused)).toMatchObject([
    { signature: 'Remy', words: expect.stringContaining('Mo began to look'), isClaimed: true },
    { signature: null, words: expect.stringContaining('not in a section'), isClaimed: false },
  ])
  await releaseComment(mo, id)
  expect(await findStale(ana, [approve()])).toMatchObject([{ words: expect.stringContaining('Decide again.') }])
  await decide(ana, approve())
  expect(await findStale(ana, [approve()])).toEqual([])
})

it('opens a comment with all that stands around it, to those who moderate there', async () => {
  await decide(ana, { ...approve(), decision: 'reject', reason: 'abuse' })
  expect(await lookAt(mo, id)).toMatchObject({
    comment: { id, claim: null },
    decisions: [{ decision: 'reject', by: 'Ana', told: 'It is abusive.', isUndone: false }],
    person: { name: 'Remy' },
    notes: [],
  })
  expect(await lookAt(ana, id)).toMatchObject({ comment: { claim: { by: 'Mo' } } })
  const elsewhere = unsafeViewer({ id: mo.personId as number, name: 'Mo', role: 'moderator', sections: [999] })
  expect(await lookAt(elsewhere, id)).toBeNull()
  expect(await claimsOfOthers({ ...ana, sections: [999] } as Viewer)).toEqual([])
  for (const viewer of [remy, await addPerson('Wren', 'author')]) {
    expect(await lookAt(viewer, id)).toBeNull()
    await expect(claimComment(viewer, id)).rejects.toThrow(Refused)
    await expect(takeOver(viewer, id)).rejects.toThrow(Refused)
    await expect(claimsOfOthers(viewer)).rejects.toThrow(Refused)
  }
  await write(async (tx) => void (await tx.delete(commentClaims).where(eq(commentClaims.commentId, id))))
})

it('says since when', () => {
  const since = new Date()
  const after = (minutes: number) => claimWords({ by: 'Mo', since }, since.getTime() + minutes * 60_000)
  expect([after(0), after(1.5), after(7)].map((words) => words.slice(0, 60))).toEqual([
    expect.stringContaining('less than a minute ago'),
    expect.stringContaining('a minute ago'),
    expect.stringContaining('7 minutes ago'),
  ])
})
