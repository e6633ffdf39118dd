import type { IncomingMessage } from 'node:http'
import { mayUseMedia } from '../media/media-policy'
import { Turns } from '../media/turns'
import { paths } from '../paths'
import { secretInCookies } from '../people/session'
import { findSigned } from '../people/session-queries'

const MOST_BYTES = 2_000_000
/** Somewhat more than one picture of the largest size: a form has words around it. */
const MOST_UPLOADED = 45_000_000
/** A picture as telephones make it. */
const MOST_FOR_A_PORTRAIT = 15_000_000
const UPLOADS = /^\/dashboard\/media\/(?:upload|[1-9]\d{0,14}\/replace)$/

export type BodyLimit = {
  bytes: number
  words: string
  /** It is kept on the disk and not in memory. */
  isBrought: boolean
}

const SMALL: BodyLimit = { bytes: MOST_BYTES, words: 'At most two megabytes can be sent at once.', isBrought: false }
const LARGE: BodyLimit = {
  bytes: MOST_UPLOADED,
  words: 'At most 45 megabytes can be sent at once: send fewer pictures.',
  isBrought: true,
}

const PORTRAIT: BodyLimit = {
  bytes: MOST_FOR_A_PORTRAIT,
  words: 'A portrait may have at most 15 megabytes: choose a smaller picture.',
  isBrought: true,
}

/** A form is read whole to be worked on: more at once would be more memory than a small machine has to spare. */
const rooms = new Map([
  [LARGE, new Turns(2)],
  [PORTRAIT, new Turns(2)],
])

/**
 * How much may be sent to an address: pictures by those who may bring them, a portrait by
 * whoever has an account, and by everyone else as much as a form has.
 */
export async function bodyLimitOf(request: IncomingMessage, path: string, siteUrl: string): Promise<BodyLimit> {
  const isPortrait = path === paths.changePortrait()
  if (request.method !== 'POST' || !(isPortrait || UPLOADS.test(path))) return SMALL
  const secret = secretInCookies(request.headers.cookie ?? '', siteUrl)
  const signed = secret ? await findSigned(secret) : null
  if (isPortrait) return signed ? PORTRAIT : SMALL
  return signed && mayUseMedia(signed.viewer) ? LARGE : SMALL
}

/** Has large bodies be worked on two at a time; small ones wait for nobody. */
export function inTurn<Result>(limit: BodyLimit, work: () => Promise<Result>): Promise<Result> {
  return rooms.get(limit)?.take(work) ?? work()
}
