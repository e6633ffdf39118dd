import { rulesOf } from '../moderation/rule-record'
import { secondLook } from '../moderation/second-look'
import type { Sent } from '../people/form-response'
import { isStaff } from '../people/person-policy'
import type { Viewer } from '../people/viewer'
import { CommentRefused } from './comment-refused'
import type { House } from './judgement'

/** The field by which somebody says that they mean it, and that a question about it names. */
export const SURE = 'sure'

/** Whether somebody is asked about what they may not mean: not who has said that they do, and not the newsroom's own. */
export function mayBeAsked(viewer: Viewer, sent: Sent): boolean {
  return sent.text(SURE) !== '1' && !isStaff(viewer)
}

/**
 * Asks once, before anything is posted, about a text that its author may not have meant (Coral's “Are you sure?”). Sent
 * again with `sure`, it goes its way; the steps of moderation look at it all the same.
 *
 * @throws {CommentRefused} with the question
 */
export function askWhetherSure(body: string, { settings, words, tokens }: House): void {
  const question = secondLook({ body, words, tokens, rules: rulesOf(settings) })
  if (question) throw new CommentRefused(422, question, SURE)
}
