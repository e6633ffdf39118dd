import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { comments } from '@/db/schema/comments'
import { spamLessons, spamTallies } from '@/db/schema/spam'
import { publishArticle } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { write } from '../write'
import { countLessons, getSpamProof, learnFrom, spamModelFor } from './spam-lessons'
import { scoreSpam } from './spam-score'
import { spamWordsOf } from './spam-words'

let fresh: FreshDatabase
let articleId: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
})
afterEach(() => fresh.close())

async function put(body: string): Promise<number> {
  return write(async (tx) => {
    const [row] = await tx
      .insert(comments)
      .values({ articleId, signature: 'Remy', body })
      .returning({ id: comments.id })
    return (row as { id: number }).id
  })
}

const teach = (id: number, taught: 'spam' | 'kept' | null) => write((tx) => learnFrom(tx, id, taught))
const tallies = async () =>
  Object.fromEntries((await database().select().from(spamTallies)).map(({ word, spam, kept }) => [word, [spam, kept]]))

it('learns each comment once, and leaves no trace of what is undone', async () => {
  const id = await put('Casino bonus casino')
  await teach(id, 'spam')
  await teach(id, 'spam')
  expect(await tallies()).toEqual({ '': [1, 0], casino: [1, 0], bonus: [1, 0] })
  await teach(id, 'kept')
  expect(await tallies()).toEqual({ '': [0, 1], casino: [0, 1], bonus: [0, 1] })
  await teach(id, null)
  await teach(id, null)
  expect(await tallies()).toEqual({})
  expect(await database().select().from(spamLessons)).toEqual([])
})

it('takes back what it counted, though the text is another or gone', async () => {
  const [id, other] = [await put('Casino bonus'), await put('Casino evening')]
  await teach(id, 'spam')
  await teach(other, 'kept')
  await write(async (tx) => {
    await tx.update(comments).set({ body: 'Something else', revision: 2 }).where(eq(comments.id, id))
  })
  await teach(id, 'kept')
  expect(await tallies()).toEqual({
    '': [0, 2],
    casino: [0, 1],
    evening: [0, 1],
    something: [0, 1],
    else: [0, 1],
  })
  await teach(id, null)
  expect(await tallies()).toEqual({ '': [0, 1], casino: [0, 1], evening: [0, 1] })
})

it('teaches nothing when the decision is rolled back, and nothing of a comment that is not there', async () => {
  const id = await put('Casino bonus')
  const failing = write(async (tx) => {
    await learnFrom(tx, id, 'spam')
    throw new Error('undone')
  })
  await expect(failing).rejects.toThrow('undone')
  await teach(999, 'spam')
  expect(await tallies()).toEqual({})
})

it('scores by what it learned once there is enough of it, and shows how it does', async () => {
  for (let index = 0; index < 10; index += 1) {
    await teach(await put(`Casino bonus, visit https://win.example/${index}`), 'spam')
    await teach(await put(`The ferry was late again, said ${index} people`), 'kept')
  }
  const words = spamWordsOf('Visit https://win.example/ for a casino bonus')
  const model = await spamModelFor(database(), words)
  expect(model.totals).toEqual({ spam: 10, kept: 10 })
  expect(scoreSpam(words, model, 11)).toBeNull()
  expect(scoreSpam(words, model, 10)?.probability).toBeGreaterThan(0.9)
  expect(await countLessons(unsafeOperator())).toEqual({ spam: 10, kept: 10 })
  expect(await getSpamProof(unsafeOperator(), 0.9, 10)).toMatchObject({ held: 10, precision: 1, recall: 1 })
  expect(await getSpamProof(unsafeOperator(), 0.9, 11)).toBeNull()
})

it('is shown to nobody who moderates nowhere', async () => {
  for (const role of ['reader', 'commenter', 'author'] as const) {
    const viewer = unsafeViewer({ id: 1, name: role, role })
    await expect(countLessons(viewer)).rejects.toThrow(Refused)
    await expect(getSpamProof(viewer, 0.9, 10)).rejects.toThrow(Refused)
  }
})
