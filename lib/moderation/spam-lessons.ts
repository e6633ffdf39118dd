import { desc, eq, inArray, sql } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { comments } from '@/db/schema/comments'
import { spamLessons, spamTallies } from '@/db/schema/spam'
import type { Viewer } from '../people/viewer'
import { requireModerator } from './moderation-policy'
import { type Lesson, proveSpamScore, type SpamProof } from './spam-proof'
import { mostTelling, type SpamModel, type Tally } from './spam-score'
import { spamWordsOf } from './spam-words'

/** The row that counts the lessons themselves. */
const ALL = ''
/** The score is tried on so many decisions, the latest. */
const TRIED = 5000
/** Words that stood in less spam than so many others weigh little. */
const CONSIDERED = 2000

/**
 * Learns from a decision on a comment, in its transaction: that it is spam, that it is to stay, or, with null, nothing any
 * more. A comment is one lesson however often it is decided on, so that what is undone leaves no trace.
 */
export async function learnFrom(tx: Transaction, commentId: number, taught: 'spam' | 'kept' | null): Promise<void> {
  const [known] = await tx.select().from(spamLessons).where(eq(spamLessons.commentId, commentId))
  const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
  if (!comment) return
  const isSame = known?.revision === comment.revision && known.isSpam === (taught === 'spam')
  if (taught !== null && isSame) return
  if (known) {
    await count(tx, known, -1)
    await tx.delete(spamLessons).where(eq(spamLessons.commentId, commentId))
  }
  if (taught === null) return
  const lesson = { words: spamWordsOf(comment.body), isSpam: taught === 'spam' }
  await tx.insert(spamLessons).values({ commentId, revision: comment.revision, ...lesson })
  await count(tx, lesson, 1)
}

/** What was learned of a comment; null for nothing. */
export async function lessonOn(tx: Transaction, commentId: number): Promise<'spam' | 'kept' | null> {
  const [known] = await tx
    .select({ isSpam: spamLessons.isSpam })
    .from(spamLessons)
    .where(eq(spamLessons.commentId, commentId))
  if (!known) return null
  return known.isSpam ? 'spam' : 'kept'
}

const talliesOf = prepared((source) =>
  source
    .select()
    .from(spamTallies)
    .where(sql`${spamTallies.word} in (select value from json_each(${sql.placeholder('words')}))`)
    .prepare(),
)

/** What was learned of some words: a few rows by their key, however much was learned. */
export async function spamModelFor(tx: Transaction, words: readonly string[]): Promise<SpamModel> {
  const rows = await talliesOf(tx).execute({ words: JSON.stringify([ALL, ...words]) })
  const tallies = new Map(rows.map(({ word, spam, kept }): [string, Tally] => [word, { spam, kept }]))
  const totals = tallies.get(ALL) ?? { spam: 0, kept: 0 }
  tallies.delete(ALL)
  return { totals, words: tallies }
}

/** How many decisions of each kind there are to learn from. @throws {Refused} when the viewer moderates nowhere */
export async function countLessons(viewer: Viewer): Promise<Tally> {
  requireModerator(viewer, 'see what the spam score learned')
  return (await spamModelFor(database(), [])).totals
}

/**
 * How the score would have done on the latest decisions, each tried as if it had not been learned.
 *
 * @returns null as long as there are fewer than `minimum` decisions of a kind
 * @throws {Refused} when the viewer moderates nowhere
 */
export async function getSpamProof(viewer: Viewer, threshold: number, minimum: number): Promise<SpamProof | null> {
  requireModerator(viewer, 'see how the spam score does')
  const lessons: Lesson[] = await database()
    .select({ words: spamLessons.words, isSpam: spamLessons.isSpam })
    .from(spamLessons)
    .orderBy(sql`${spamLessons.learnedAt} desc`)
    .limit(TRIED)
  return proveSpamScore(lessons, threshold, minimum)
}

/** The words that weigh most, of those that stood in the most spam. @throws {Refused} when the viewer moderates nowhere */
export async function listTellingWords(viewer: Viewer, most = 20): Promise<string[]> {
  requireModerator(viewer, 'see what the spam score learned')
  const rows = await database().select().from(spamTallies).orderBy(desc(spamTallies.spam)).limit(CONSIDERED)
  const words = new Map(rows.map(({ word, spam, kept }): [string, Tally] => [word, { spam, kept }]))
  const totals = words.get(ALL) ?? { spam: 0, kept: 0 }
  words.delete(ALL)
  return mostTelling({ totals, words }, most).map(({ word }) => word)
}

async function count(tx: Transaction, { words, isSpam }: Lesson, by: 1 | -1): Promise<void> {
  const [spam, kept] = isSpam ? [by, 0] : [0, by]
  const values = [ALL, ...words].map((word) => ({ word, spam, kept }))
  await tx
    .insert(spamTallies)
    .values(values)
    .onConflictDoUpdate({
      target: spamTallies.word,
      set: { spam: sql`${spamTallies.spam} + excluded.spam`, kept: sql`${spamTallies.kept} + excluded.kept` },
    })
  if (by === 1) return
  await tx
    .delete(spamTallies)
    .where(sql`${inArray(spamTallies.word, [ALL, ...words])} and ${spamTallies.spam} <= 0 and ${spamTallies.kept} <= 0`)
}
