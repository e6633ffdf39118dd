import { readEnvironment } from '../env'
import { secretInCookies } from './session'
import { findSigned } from './session-queries'
import type { Viewer } from './viewer'

/** Who asks, from a request's `Cookie` header: for what is answered without Next. */
export async function viewerOfCookie(cookieHeader: string): Promise<Viewer | null> {
  const secret = secretInCookies(cookieHeader, readEnvironment().siteUrl)
  return (secret ? await findSigned(secret) : null)?.viewer ?? null
}
