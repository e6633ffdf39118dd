import { afterEach, beforeEach, expect, it } from 'vitest'
import { moderationWords } from '@/db/schema/moderation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Sent } from '../people/form-response'
import { unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { editComment, postComment } from './comment-commands'
import { CommentRefused } from './comment-refused'
import { mayBeAsked } from './second-look'
import { addPerson, publishArticle } from './test-conversation'

let fresh: FreshDatabase
let remy: Viewer
let articleId: number
beforeEach(async () => {
  fresh = openFreshDatabase()
  remy = await addPerson('Remy')
  articleId = await publishArticle('Bridge')
  await write(async (tx) => void (await tx.insert(moderationWords).values({ list: 'suspect', entry: 'idiot' })))
})
afterEach(() => fresh.close())

const sent = (sure = '') => new Sent(new Map([['sure', sure]]))
const post = (body: string, sure = '', viewer = remy) =>
  postComment(viewer, { articleId, parentId: null, body, asks: mayBeAsked(viewer, sent(sure)) })

it('asks once about what may not be meant, and takes it when it is', async () => {
  const asked = await post('You idiot.').catch((error) => error)
  expect(asked).toBeInstanceOf(CommentRefused)
  expect(asked.refusal).toMatchObject({ status: 422, problems: [{ field: 'sure' }] })
  expect(await post('You idiot.', '1')).toMatchObject({ state: 'pending' })
  expect(await post('You are right.')).toMatchObject({ state: 'approved' })
})

it('asks about a change as well', async () => {
  const { id } = await post('You are right.')
  const change = { id, body: 'You are an idiot.', revision: null, asks: true }
  await expect(editComment(remy, change)).rejects.toThrow(/The language in this comment/)
  expect(await editComment(remy, { ...change, asks: false })).toMatchObject({ state: 'pending' })
})

it('asks before anything else is refused', async () => {
  const stranger = unsafeViewer({ id: 99, name: 'Nobody', role: 'commenter' })
  await expect(post('You idiot.', '', stranger)).rejects.toThrow(/The language in this comment/)
  await expect(post('You idiot.', '1', stranger)).rejects.toThrow(/somebody with an account/)
})

it('does not ask the newsroom’s own', async () => {
  expect(mayBeAsked(unsafeViewer({ id: 2, name: 'Wren', role: 'author' }), sent())).toBe(false)
})
