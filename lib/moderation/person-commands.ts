import { eq } from 'drizzle-orm'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import { sendMail } from '../mail/mail-commands'
import { mayRestrain } from '../people/person-policy'
import { PersonRefused } from '../people/person-refused'
import { Refused, type Viewer } from '../people/viewer'
import { write } from '../write'

/**
 * Warns somebody: they are told by mail in these words, and go on as before.
 *
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when there is no such person, or they are shut out already
 */
export async function warnPerson(viewer: Viewer, id: number, { reason }: { reason: string }): Promise<void> {
  await write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, id))
    if (!person) throw new PersonRefused('There is no such person any more.')
    if (!mayRestrain(viewer, person)) throw new Refused(viewer, `warn ${person.name}`)
    if (person.bannedAt) throw new PersonRefused('They are banned: there is nothing to warn them of.')
    await audit(tx, viewer, { action: 'person.warn', subject: `person:${id}`, detail: { reason } })
    await sendMail(tx, {
      to: person.email,
      template: {
        subject: 'A warning from the moderators',
        paragraphs: ['Something in your comments is against the rules of the conversation.', `What: ${reason}`],
        footer: 'You can go on commenting. If it happens again, your account may be suspended.',
      },
    })
  })
}
