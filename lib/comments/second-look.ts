import { database } from '@/db/client'
import { readRules, readWordLists } from '../moderation/rule-record'
import { secondLook } from '../moderation/second-look'
import type { Sent } from '../people/form-response'
import { isStaff } from '../people/person-policy'
import type { Viewer } from '../people/viewer'
import { CommentRefused } from './comment-refused'

/** The field by which somebody says that they mean it, and that a question about it names. */
export const SURE = 'sure'

/**
 * Asks once, before anything is posted, about a text that its author may not have meant (Coral's “Are you sure?”). Sent
 * again with `sure`, it goes its way; the steps of moderation look at it all the same.
 *
 * @throws {CommentRefused} with the question
 */
export async function askWhetherSure(viewer: Viewer, sent: Sent, body: string): Promise<void> {
  if (sent.text(SURE) === '1' || isStaff(viewer)) return
  const [rules, words] = await Promise.all([readRules(database()), readWordLists(database())])
  const question = secondLook({ body, words, rules })
  if (question) throw new CommentRefused(422, question, SURE)
}
