import type { MailContent } from '@/db/schema/mails'
import { readableText } from '../markup'

/**
 * What a mail says, as data: it is drawn as plain text and as HTML in the look of the site, and nothing in it is markup.
 * Addresses are paths of this site, or absolute and below its origin.
 */
export type MailTemplate = MailContent

/** An address in a mail that leads elsewhere: somebody would be sent there in this newsroom's name. */
export class ForeignAddress extends Error {
  constructor(address: string) {
    super(`A mail may lead to this site only, and not to ${JSON.stringify(address.slice(0, 100))}.`)
    this.name = 'ForeignAddress'
  }
}

/** @returns the complete address @throws {ForeignAddress} when it is not of this site */
export function completeAddress(address: string, siteUrl: string): string {
  if (!URL.canParse(address, siteUrl)) throw new ForeignAddress(address)
  const url = new URL(address, siteUrl)
  if (url.origin !== new URL(siteUrl).origin) throw new ForeignAddress(address)
  return url.href
}

/** Marks that turn the order of the letters after them, by which a text can be made to show as another (UTR 36). */
const ORDER_MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A text as it is written into a mail: what it says and nothing that steers. */
export function plain(text: string): string {
  return readableText(text.replaceAll(/\r\n?/g, '\n')).replaceAll(ORDER_MARKS, '').trim()
}

const LONGEST_LINE = 200

/** A text as one line: a subject, a name. A line end in a header would begin another header. */
export function oneLine(text: string): string {
  const line = plain(text).replaceAll(/[\s\u0085\u2028\u2029]+/g, ' ')
  const letters = [...line]
  return letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE - 1).join('')}…` : line
}
