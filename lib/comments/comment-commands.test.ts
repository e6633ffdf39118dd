import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { comments, commentTexts } from '@/db/schema/comments'
import { kill } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator, type Viewer } from '../people/viewer'
import { changeSite } from '../site/site-commands'
import { onChange, write } from '../write'
import { EDITABLE_FOR } from './comment'
import { deleteComment, editComment, postComment } from './comment-commands'
import { moveComment } from './comment-state'
import { misplaced, recount } from './recount-sql'
import { likeComment, muteAuthor, reportComment } from './response-commands'
import { addPerson, commentRow, holdEverything, publishArticle, say } from './test-conversation'

const operator = unsafeOperator()
let fresh: FreshDatabase
let articleId: number
let remy: Viewer
let sam: Viewer

beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  remy = await addPerson('Remy')
  sam = await addPerson('Sam')
})
afterEach(async () => {
  vi.useRealTimers()
  await fresh.close()
})

const post = (viewer: Viewer, body: string, parentId: number | null = null) =>
  postComment(viewer, { articleId, parentId, body })
const edit = (viewer: Viewer, id: number, body: string, revision: number | null = null) =>
  editComment(viewer, { id, body, revision })
const move = (id: number, to: 'approved' | 'rejected' | 'pending') =>
  write((tx) => moveComment(tx, id, { to, by: operator, reason: 'Abuse' }))

describe('postComment', () => {
  it('signs a comment with the name and the badge of its author', async () => {
    const { id } = await post(remy, 'First')
    expect(await commentRow(id)).toMatchObject({ signature: 'Remy', badge: '', depth: 0, threadId: null, revision: 1 })
    const answer = await post(await addPerson('Ed', 'editor'), 'Thank you', await say(sam, articleId, 'Second'))
    expect(await commentRow(answer.id)).toMatchObject({ badge: 'Staff', depth: 1 })
  })

  it('takes what is sent twice once', async () => {
    const [one, two] = await Promise.all([post(remy, 'Same'), post(remy, 'Same')])
    expect(one.id).toBe(two.id)
    expect((await post(sam, 'Same')).id).not.toBe(one.id)
  })

  it('puts replies to replies into the same thread', async () => {
    const first = await say(remy, articleId, 'One')
    const second = await say(sam, articleId, 'Two', first)
    const third = await say(remy, articleId, 'Three', second)
    expect(await commentRow(third)).toMatchObject({ threadId: first, parentId: second, depth: 2 })
  })

  it.each([
    ['has not confirmed the address', { verifiedAt: null }, /Confirm your e-mail/],
    ['is suspended', { suspendedUntil: new Date(Date.now() + 1e9) }, /can’t comment until \d+ \w+ \d{4}/],
    ['is banned', { bannedAt: new Date() }, /no longer take part/],
  ])('refuses somebody who %s', async (_, standing, words) => {
    await expect(post(await addPerson('Bex', 'reader', standing), 'Hello')).rejects.toThrow(words)
  })

  it('lets somebody whose suspension is over', async () => {
    await post(await addPerson('Bex', 'reader', { suspendedUntil: new Date(Date.now() - 1000) }), 'Hello')
  })

  it('refuses the house itself, which is nobody', async () => {
    await expect(post(operator, 'Hello')).rejects.toThrow(/with an account/)
  })

  it('refuses when the article is gone, or was never there', async () => {
    await expect(postComment(remy, { articleId: 999, parentId: null, body: 'Hello' })).rejects.toThrow(/no longer/)
    await kill(operator, articleId, 'Withdrawn')
    await expect(post(remy, 'Hello')).rejects.toThrow(/no longer there/)
  })

  it('refuses when comments are closed everywhere, or after their days', async () => {
    await changeSite(operator, { commentsAreOn: false })
    await expect(post(remy, 'Hello')).rejects.toThrow('Comments closed. Thank you to everyone who took part.')
    await changeSite(operator, { commentsAreOn: true, commentsCloseAfterDays: 1 })
    await post(remy, 'Hello')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 })
    await expect(post(remy, 'Late')).rejects.toThrow(/Comments closed on \d/)
  })

  it('refuses replies to what is not there, elsewhere, deleted or in a thread that was closed', async () => {
    const first = await say(remy, articleId, 'One')
    const reply = await say(sam, articleId, 'Two', first)
    await holdEverything()
    const other = await publishArticle('Another bridge')
    await expect(post(remy, 'x', 999)).rejects.toThrow(/no longer there/)
    await expect(postComment(remy, { articleId: other, parentId: first, body: 'x' })).rejects.toThrow(/no longer there/)
    await expect(post(sam, 'x', (await post(remy, 'held')).id)).rejects.toThrow(/closed by a moderator/)
    await move(first, 'rejected')
    await expect(post(remy, 'x', reply)).rejects.toThrow(/closed by a moderator/)
    await move(first, 'approved')
    await deleteComment(sam, reply)
    await expect(post(remy, 'x', reply)).rejects.toThrow(/no longer there/)
  })
})

describe('editComment', () => {
  it('keeps the older texts, and holds the new one until it is judged', async () => {
    const id = await say(remy, articleId, 'One')
    await holdEverything()
    await edit(remy, id, 'Two')
    await edit(remy, id, 'Two')
    expect(await commentRow(id)).toMatchObject({
      body: 'Two',
      revision: 2,
      state: 'pending',
      editedAt: expect.any(Date),
    })
    expect(await database().select().from(commentTexts)).toMatchObject([{ commentId: id, revision: 1, body: 'One' }])
  })

  it('refuses others, what is too old, what was refused, deleted or changed elsewhere', async () => {
    const id = await say(remy, articleId, 'One')
    await expect(edit(sam, id, 'x')).rejects.toThrow(/not yours/)
    await expect(edit(operator, id, 'x')).rejects.toThrow(/account/)
    await expect(edit(remy, id, 'x', 7)).rejects.toThrow(/another window/)
    await move(id, 'rejected')
    await expect(edit(remy, id, 'x')).rejects.toThrow(/not published/)
    await move(id, 'approved')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + EDITABLE_FOR + 1000 })
    await expect(edit(remy, id, 'x')).rejects.toThrow(/15 minutes/)
    vi.useRealTimers()
    await deleteComment(remy, id)
    await expect(edit(remy, id, 'x')).rejects.toThrow(/deleted/)
  })

  it('leaves one of an edit and a deletion that come at once', async () => {
    const id = await say(remy, articleId, 'One')
    const outcomes = await Promise.allSettled([deleteComment(remy, id), edit(remy, id, 'Two')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await commentRow(id)).toMatchObject({ body: 'One', listedAs: null })
  })
})

describe('what others do about it', () => {
  it('counts one recommendation of each, however often it is sent', async () => {
    const id = await say(remy, articleId, 'One')
    await Promise.all(Array.from({ length: 20 }, () => likeComment(sam, { id, isOn: true })))
    expect(await commentRow(id)).toMatchObject({ likes: 1 })
    expect(await likeComment(sam, { id, isOn: null })).toMatchObject({ likes: 0, isOn: false })
    expect(await likeComment(sam, { id, isOn: false })).toMatchObject({ likes: 0 })
    await expect(likeComment(remy, { id, isOn: true })).rejects.toThrow(/for others/)
    await move(id, 'pending')
    await expect(likeComment(sam, { id, isOn: true })).rejects.toThrow(/no longer there/)
  })

  it('drops only the pages of its conversation', async () => {
    const id = await say(remy, articleId, 'One')
    const keys: string[] = []
    const stop = onChange((said) => keys.push(...said))
    await likeComment(sam, { id, isOn: true })
    await say(sam, articleId, 'Two', id)
    stop()
    expect(new Set(keys)).toEqual(new Set([`comments:${articleId}`]))
  })

  it('counts one report of each, with the words that came last', async () => {
    const id = await say(remy, articleId, 'One')
    const report = (details: string, isIllegal = false) =>
      reportComment(sam, { id, reason: 'abuse', details, isIllegal })
    expect((await report('a')).reportId).toBe((await report('b')).reportId)
    await report('c', true)
    expect(await commentRow(id)).toMatchObject({ openReports: 2 })
    await expect(reportComment(operator, { id, reason: 'abuse', details: '', isIllegal: false })).rejects.toThrow(
      /account/,
    )
  })

  it('mutes others and not oneself', async () => {
    const id = await say(remy, articleId, 'One')
    expect(await muteAuthor(sam, { id, isOn: null })).toMatchObject({ isOn: true, mutedId: remy.personId })
    expect(await muteAuthor(sam, { id, isOn: null })).toMatchObject({ isOn: false })
    await expect(muteAuthor(remy, { id, isOn: true })).rejects.toThrow(/yourself/)
  })
})

it('keeps its numbers through a storm of everything at once', async () => {
  const crowd = await Promise.all(Array.from({ length: 6 }, (_, index) => addPerson(`Crowd${index}`)))
  const ids = [await say(remy, articleId, 'Start')]
  const some = <Value>(list: Value[], at: number) => list[at % list.length] as Value
  for (let round = 0; round < 12; round += 1) {
    const deeds = crowd.flatMap((person, index) => {
      const id = some(ids, round * 7 + index * 3)
      return [
        post(person, `Words ${round} ${index}`, index % 2 ? id : null).then((done) => ids.push(done.id)),
        likeComment(person, { id, isOn: null }),
        reportComment(person, { id, reason: 'spam', details: '', isIllegal: false }),
        move(id, some(['approved', 'rejected', 'approved', 'pending'], round + index) as 'approved'),
        deleteComment(person, some(ids, round + index)),
      ]
    })
    await Promise.allSettled(deeds)
    for (const id of ids) if (round % 3 === 0) await move(id, 'approved')
  }
  expect((await database().select().from(comments)).length).toBeGreaterThan(20)
  expect(misplaced(database(), articleId)).toEqual([])
  expect(recount(database(), articleId).comments).toBeGreaterThan(0)
})
