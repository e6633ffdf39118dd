import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { people } from '@/db/schema/people'
import { kill } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { saveProfile } from '../people/account-commands'
import { banPerson, restorePerson } from '../people/standing-commands'
import { unsafeOperator, type Viewer } from '../people/viewer'
import { type ChangeKey, onChange, write } from '../write'
import { deleteComment, editComment } from './comment-commands'
import { getConversation } from './comment-queries'
import { moveComment } from './comment-state'
import { FIRST_VIEW } from './comment-view'
import { getCommenter } from './commenter-queries'
import { addPerson, publishArticle, say } from './test-conversation'

const operator = unsafeOperator()
let fresh: FreshDatabase
let articleId: number
let remy: Viewer
let id: number
beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  remy = await addPerson('Remy', 'commenter')
  id = remy.personId as number
})
afterEach(() => fresh.close())

const list = (showsComments: boolean) => saveProfile(remy, { name: 'Remy', bio: 'From the harbour.', showsComments })

async function told(work: () => Promise<unknown>): Promise<Set<ChangeKey>> {
  const keys = new Set<ChangeKey>()
  const stop = onChange((some) => {
    for (const key of some) keys.add(key)
  })
  await work()
  stop()
  return keys
}

it('is there once they said something, and lists it when they choose so', async () => {
  expect(await getCommenter(id, 1)).toBeNull()
  const said = await say(remy, articleId, 'It holds.')
  await list(false)
  expect(await getCommenter(id, 1)).toMatchObject({ name: 'Remy', bio: 'From the harbour.', said: null, author: null })
  await list(true)
  expect((await getCommenter(id, 1))?.said).toMatchObject({
    total: 1,
    cards: [{ id: said, body: 'It holds.', article: { headline: 'The bridge is open' } }],
  })
  expect(JSON.stringify(await getCommenter(id, 1))).not.toContain('news.example')
  expect((await getCommenter(id, 9))?.said).toMatchObject({ page: 9, pages: 1, cards: [] })
  await deleteComment(remy, said)
  expect(await getCommenter(id, 1)).toBeNull()
  expect(await getCommenter(999, 1)).toBeNull()
})

it('shows nothing that is not everyone’s to read', async () => {
  await list(true)
  const said = await say(remy, articleId, 'It holds.')
  await say(remy, articleId, 'So it does.')
  await write((tx) => moveComment(tx, said, { to: 'rejected', by: operator }))
  expect((await getCommenter(id, 1))?.said?.cards.map(({ body }) => body)).toEqual(['So it does.'])
  await kill(operator, articleId, 'It was wrong.')
  expect(await getCommenter(id, 1)).toBeNull()
})

it('goes with a ban, comes back with its end, and names lead to it meanwhile', async () => {
  await say(remy, articleId, 'It holds.')
  const mo = await addPerson('Mo', 'moderator')
  const hasPage = async () => (await getConversation(articleId, FIRST_VIEW))?.threads[0]?.comment.hasPage
  expect(await hasPage()).toBe(true)
  await banPerson(mo, id, { reason: 'Spam.' })
  expect(await getCommenter(id, 1)).toBeNull()
  expect(await hasPage()).toBe(false)
  await restorePerson(mo, id)
  expect(await getCommenter(id, 1)).not.toBeNull()
  await write(async (tx) => void (await tx.update(people).set({ verifiedAt: null }).where(eq(people.id, id))))
  expect(await getCommenter(id, 1)).toBeNull()
})

it('is dropped by what changes it, and by nothing of those who list nothing', async () => {
  const first = await say(remy, articleId, 'It holds.')
  expect(await told(() => say(remy, articleId, 'Well.'))).not.toContain(`commenter:${id}`)
  expect(await told(() => list(true))).toContain(`person:${id}`)
  expect(await told(() => say(remy, articleId, 'Still.'))).toContain(`commenter:${id}`)
  expect(await told(() => editComment(remy, { id: first, body: 'It held.', revision: 1 }))).toContain(`commenter:${id}`)
  expect(await told(() => deleteComment(remy, first))).toContain(`commenter:${id}`)
})
