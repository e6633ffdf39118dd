import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { audit } from '../audit/audit-commands'
import { readEnvironment } from '../env'
import { mailboxOf } from '../people/mailbox'
import { Refused, type Viewer } from '../people/viewer'
import { mayChangeSettings } from '../site/site-policy'
import { getSite } from '../site/site-queries'
import { write } from '../write'
import { outboxCarrier, smtpCarrier } from './mail-carriers'
import { messageOf } from './mail-message'

/**
 * Sends one mail at once, past the queue, to see whether mail works.
 *
 * @param to one address
 * @returns what became of it, in words
 * @throws {Refused} when the viewer may not
 * @throws {MailboxRefused} when the address is none
 * @throws what the mail server says when it does not take it
 */
export async function sendTestMail(viewer: Viewer, to: string): Promise<string> {
  if (!mayChangeSettings(viewer)) throw new Refused(viewer, 'send a test mail')
  mailboxOf(to)
  const { siteUrl, smtpUrl, mailFrom, dataDir } = readEnvironment()
  const site = await getSite()
  const outbox = join(dataDir, 'outbox')
  const carrier = smtpUrl ? smtpCarrier(smtpUrl) : outboxCarrier(outbox)
  const content = {
    subject: `A test from ${site.name}`,
    paragraphs: [`${viewer.name} has sent this to see whether mail from ${site.name} arrives. It does.`],
  }
  const letter = {
    id: Date.now(),
    recipient: to,
    token: randomBytes(16).toString('hex'),
    content,
    createdAt: new Date(),
  }
  try {
    await carrier.carry(messageOf(letter, { ...site, siteUrl }, mailFrom), letter.id)
  } finally {
    carrier.close()
  }
  await write((tx) => audit(tx, viewer, { action: 'mail.test', subject: 'mail', detail: { to } }))
  if (!smtpUrl) return `There is no mail server (SMTP_URL): the mail was written to ${outbox}.`
  return `The mail server has taken it. Look whether it arrives at ${to.trim()}.`
}
