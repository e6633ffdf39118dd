import { completeAddress, type MailTemplate, plain } from './mail'

/** Who speaks in a mail. */
export type MailSender = {
  name: string
  siteUrl: string
  language: string
  /** Where answers go; empty where nobody reads any. */
  contact: string
}

/** A mail as plain text (RFC 3676 without flowing: a mail program breaks the lines). */
export function mailText(mail: MailTemplate, { name, siteUrl }: MailSender): string {
  const at = (address: string) => completeAddress(address, siteUrl)
  const parts = mail.paragraphs.map(plain)
  if (mail.code) parts.push(`    ${plain(mail.code)}`)
  for (const { title, address, note, text } of mail.entries ?? []) {
    parts.push([note && plain(note), plain(title), text && quoted(text), at(address)].filter(Boolean).join('\n'))
  }
  if (mail.action) parts.push(`${plain(mail.action.label)}:\n${at(mail.action.address)}`)
  // Two hyphens and a space begin what is no part of the message (RFC 3676 §4.3).
  const foot = ['-- ', `${plain(name)} · ${siteUrl}`]
  if (mail.footer) foot.push(plain(mail.footer))
  if (mail.unsubscribe) foot.push(`No more of these: ${at(mail.unsubscribe)}`)
  return `${parts.join('\n\n')}\n\n${foot.join('\n')}\n`
}

function quoted(text: string): string {
  return plain(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}
