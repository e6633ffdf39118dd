import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { readEnvironment } from '../env'
import { paths } from '../paths'
import { isStaff } from './person-policy'
import { secretInCookies, sessionCookieName } from './session'
import { noteSeen } from './session-commands'
import { findSigned } from './session-queries'
import type { Viewer } from './viewer'

/**
 * Who asks for the page or sends the form that is being answered; null for somebody who is not signed in. It is looked up
 * at every request: a session that was taken away, a ban and another role count at once.
 */
export async function currentViewer(): Promise<Viewer | null> {
  const secret = (await cookies()).get(sessionCookieName(readEnvironment().siteUrl))?.value
  const signed = secret ? await findSigned(secret) : null
  if (!signed) return null
  await noteSeen(signed.session, signed.viewer.role)
  return signed.viewer
}

/**
 * Who asks; whoever is not signed in is sent to do so.
 *
 * @param back the path to return to
 */
export async function requireViewer(back: string): Promise<Viewer> {
  return (await currentViewer()) ?? redirect(paths.signIn(back))
}

/** Who of the newsroom asks. For everyone else who is signed in there is nothing here. */
export async function requireStaff(back: string): Promise<Viewer> {
  const viewer = await requireViewer(back)
  return isStaff(viewer) ? viewer : notFound()
}

/** Who asks, from a request's `Cookie` header: for what is answered without Next. */
export async function viewerOfCookie(cookieHeader: string): Promise<Viewer | null> {
  const secret = secretInCookies(cookieHeader, readEnvironment().siteUrl)
  return (secret ? await findSigned(secret) : null)?.viewer ?? null
}
