import type Mail from 'nodemailer/lib/mailer'
import { completeAddress, type MailTemplate, oneLine } from './mail'
import { mailHtml } from './mail-html'
import { type MailSender, mailText } from './mail-text'

export type Letter = {
  id: number
  recipient: string
  token: string
  content: MailTemplate
  createdAt: Date
}

/**
 * A mail as it goes out. Every name and address stands in a field of its own, so that nothing in one is read as another
 * (a list of addresses, a further header), and the mail program fetches nothing by itself.
 *
 * @param from one address, or `Name <address>`; without it the site speaks as no-reply at its own host
 */
export function messageOf(letter: Letter, sender: MailSender, from: string | null): Mail.Options {
  const { content, recipient, token, createdAt } = letter
  const speaker = speakerOf(from, sender)
  const to = { name: '', address: recipient.trim() }
  return {
    from: speaker,
    to,
    ...(sender.contact && { replyTo: { name: oneLine(sender.name), address: sender.contact } }),
    envelope: { from: speaker.address, to: [to.address] },
    subject: oneLine(content.subject),
    text: mailText(content, sender),
    html: mailHtml(content, sender),
    date: createdAt,
    messageId: `<${letter.id}.${token}@${hostOf(speaker.address)}>`,
    headers: {
      // RFC 3834 §5: nobody's holiday message answers this.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...unsubscribing(content, sender.siteUrl),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** RFC 8058 §3: both headers, and the address takes a post that says nothing but this. */
function unsubscribing({ unsubscribe }: MailTemplate, siteUrl: string): Record<string, string> {
  if (!unsubscribe) return {}
  return {
    'List-Unsubscribe': `<${completeAddress(unsubscribe, siteUrl)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function speakerOf(from: string | null, { name, siteUrl }: MailSender): { name: string; address: string } {
  if (!from) return { name: oneLine(name), address: `no-reply@${new URL(siteUrl).hostname}` }
  const [, given, address] = /^(?:(.*?)\s*<([^<>]+)>)$/.exec(from.trim()) ?? [undefined, '', from.trim()]
  return { name: oneLine((given ?? '').replace(/^"(.*)"$/, '$1')) || oneLine(name), address: address as string }
}

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
