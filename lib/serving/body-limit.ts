import type { IncomingMessage } from 'node:http'
import { mayUseMedia } from '../media/media-policy'
import { Turns } from '../media/turns'
import { secretInCookies } from '../people/session'
import { findSigned } from '../people/session-queries'

const MOST_BYTES = 2_000_000
/** Somewhat more than one picture of the largest size: a form has words around it. */
const MOST_UPLOADED = 45_000_000
const UPLOADS = /^\/dashboard\/media\/(?:upload|[1-9]\d{0,14}\/replace)$/

export type BodyLimit = { bytes: number; words: string }

const SMALL: BodyLimit = { bytes: MOST_BYTES, words: 'At most two megabytes can be sent at once.' }
const LARGE: BodyLimit = {
  bytes: MOST_UPLOADED,
  words: 'At most 45 megabytes can be sent at once: send fewer pictures.',
}

/** More at once would be more memory than a small machine has to spare. */
const large = new Turns(2)

/** How much may be sent to an address: pictures by those who may bring them, and by everyone else as much as a form has. */
export async function bodyLimitOf(request: IncomingMessage, path: string, siteUrl: string): Promise<BodyLimit> {
  if (request.method !== 'POST' || !UPLOADS.test(path)) return SMALL
  const secret = secretInCookies(request.headers.cookie ?? '', siteUrl)
  const signed = secret ? await findSigned(secret) : null
  return signed && mayUseMedia(signed.viewer) ? LARGE : SMALL
}

/** Has large bodies be read and worked on two at a time; small ones wait for nobody. */
export function inTurn<Result>(limit: BodyLimit, work: () => Promise<Result>): Promise<Result> {
  return limit === LARGE ? large.take(work) : work()
}
