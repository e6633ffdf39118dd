import { randomBytes } from 'node:crypto'
import type { Transaction } from '@/db/client'
import { mails } from '@/db/schema/mails'
import { readEnvironment } from '../env'
import { mailboxOf } from '../people/mailbox'
import { completeAddress, type MailTemplate, oneLine } from './mail'

export type NewMail = {
  /** One address, as its owner writes it. */
  to: string
  template: MailTemplate
  /** When it stops being of use; it is not sent afterwards. */
  expiresAt?: Date
}

/**
 * Has a mail sent once the transaction is on the disk: none is lost, and none is sent of what was rolled back.
 *
 * @returns its id
 * @throws {MailboxRefused} when the address is none, or more than one
 * @throws {ForeignAddress} when the mail would lead away from this site
 */
export async function sendMail(tx: Transaction, { to, template, expiresAt }: NewMail): Promise<number> {
  mailboxOf(to)
  checkAddresses(template)
  const token = randomBytes(16).toString('hex')
  const subject = oneLine(template.subject)
  const [row] = await tx
    .insert(mails)
    .values({ recipient: to.trim(), subject, content: template, token, expiresAt })
    .returning({ id: mails.id })
  return (row as { id: number }).id
}

function checkAddresses({ action, entries = [], unsubscribe }: MailTemplate): void {
  const { siteUrl } = readEnvironment()
  for (const address of [action?.address, unsubscribe, ...entries.map((entry) => entry.address)]) {
    if (address !== undefined) completeAddress(address, siteUrl)
  }
}
