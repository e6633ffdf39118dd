import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { readEnvironment } from '../env'
import { paths } from '../paths'
import { isStaff } from './person-policy'
import { sessionCookieName } from './session'
import { noteSeen } from './session-commands'
import { findHalfway, findSigned, type Halfway, type Signed } from './session-queries'
import type { Viewer } from './viewer'

/**
 * Who asks for the page or sends the form that is being answered; null for somebody who is not signed in. It is looked up
 * at every request: a session that was taken away, a ban and another role count at once.
 */
export async function currentViewer(): Promise<Viewer | null> {
  return (await currentSigned())?.viewer ?? null
}

/** The same with the session: for what matters so much that it asks how long ago its owner has shown who they are. */
export async function currentSigned(): Promise<Signed | null> {
  const secret = await currentSecret()
  const signed = secret ? await findSigned(secret) : null
  if (signed) await noteSeen(signed.session, signed.viewer.role)
  return signed
}

/** Who asks, if they have a second factor to show; null for everyone else. */
export async function currentHalfway(): Promise<Halfway | null> {
  const secret = await currentSecret()
  return secret ? findHalfway(secret) : null
}

/**
 * Who asks; whoever is not signed in is sent to do so, or to show their second factor.
 *
 * @param back the path to return to
 */
export async function requireViewer(back: string): Promise<Viewer> {
  return (await requireSigned(back)).viewer
}

/** Who of the newsroom asks. For everyone else who is signed in there is nothing here. */
export async function requireStaff(back: string): Promise<Viewer> {
  const { viewer, mustSetUp } = await requireSigned(back)
  if (mustSetUp) redirect(paths.setUpSecondFactor(back))
  return isStaff(viewer) ? viewer : notFound()
}

async function requireSigned(back: string): Promise<Signed> {
  const signed = await currentSigned()
  if (signed) return signed
  redirect((await currentHalfway()) ? paths.confirmSignIn(back) : paths.signIn(back))
}

async function currentSecret(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName(readEnvironment().siteUrl))?.value
}
