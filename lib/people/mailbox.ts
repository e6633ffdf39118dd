import { domainToASCII } from 'node:url'

/** An address that cannot be one person's mailbox. */
export class MailboxRefused extends Error {
  constructor(address: string) {
    const oneLine = address.slice(0, 100).replaceAll(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, '?')
    super(`“${oneLine}” is not an e-mail address, such as name@example.com.`)
    this.name = 'MailboxRefused'
  }
}

const LONGEST = 254
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
/** Asked first: `domainToASCII` reads a URL’s host, drops line ends and stops at a slash. */
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * The one spelling under which a mailbox is known: small letters, and the domain in ASCII (RFC 5321 §4.1.2, RFC 5891).
 * Lists, quoted names and look-alikes of the @ are no mailbox: mail that is sent to one must not reach another.
 *
 * @throws {MailboxRefused}
 */
export function mailboxOf(address: string): string {
  const trimmed = address.trim().normalize('NFC')
  const parts = trimmed.split('@')
  const [local = '', domain = ''] = parts
  const ascii = DOMAIN_AS_TYPED.test(domain) ? domainToASCII(domain.toLowerCase()) : ''
  // Letters that are another's compatibility form, such as full-width ones, are what some mail servers fold together.
  const isLocal = Buffer.byteLength(local) <= 64 && LOCAL_PART.test(local) && local.normalize('NFKC') === local
  const mailbox = `${local.toLowerCase()}@${ascii}`
  const isMailbox = parts.length === 2 && isLocal && DOMAIN.test(ascii) && Buffer.byteLength(mailbox) <= LONGEST
  if (!isMailbox) throw new MailboxRefused(address)
  return mailbox
}
