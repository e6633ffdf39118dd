import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import { beginningOf } from '../beginning-of'
import { sendMail } from '../mail/mail-commands'
import { PersonRefused } from '../people/person-refused'
import { Refused, type Viewer } from '../people/viewer'
import { write } from '../write'
import { mayWarn } from './moderation-policy'

const MOST_QUOTED = 200

/**
 * Warns somebody: they are told by mail in these words, and go on as before.
 *
 * @param order.comment the comment that it is because of: its beginning is in the mail
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when there is no such person, the comment is not theirs, or they are shut out already
 */
export async function warnPerson(
  viewer: Viewer,
  id: number,
  { reason, comment }: { reason: string; comment?: number },
): Promise<void> {
  await write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, id))
    if (!person) throw new PersonRefused('There is no such person any more.')
    const cause = comment === undefined ? null : await commentOf(tx, id, comment)
    if (!mayWarn(viewer, person, cause?.sectionId ?? null)) throw new Refused(viewer, `warn ${person.name}`)
    if (person.bannedAt) throw new PersonRefused('They are banned: there is nothing to warn them of.')
    const detail = { reason, ...(cause && { comment: cause.id }) }
    await audit(tx, viewer, { action: 'person.warn', subject: `person:${id}`, detail })
    await sendMail(tx, {
      to: person.email,
      template: {
        subject: 'A warning from the moderators',
        paragraphs: [
          'Something in your comments is against the rules of the conversation.',
          `What: ${reason}`,
          ...(cause ? [`Under “${cause.headline}” you wrote: “${beginningOf(cause.body, MOST_QUOTED)}”`] : []),
        ],
        footer: 'You can go on commenting. If it happens again, your account may be suspended.',
      },
    })
  })
}

async function commentOf(tx: Transaction, personId: number, id: number) {
  const { headline, sectionId } = articles
  const [row] = await tx
    .select({ id: comments.id, body: comments.body, headline, sectionId })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(eq(comments.id, id), eq(comments.personId, personId)))
  if (!row) throw new PersonRefused('That comment is not one of theirs.')
  return row
}
