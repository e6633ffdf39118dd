import { readEnvironment } from '../env'
import { paths } from '../paths'
import { getDeletion } from '../personal-data/deletion-queries'
import { AccountRefused } from './account-refused'
import { type Caller, callerOf } from './caller'
import { currentSigned } from './current-viewer'
import type { Entered } from './enter-commands'
import { formDone, readSent, refuseForm, type Sent, wantsJson } from './form-response'
import { isStaff } from './person-policy'
import { secretInCookies, signInCookies } from './session'
import { closeSession, type OpenedSession } from './session-commands'
import { findHalfway, findSigned, type Signed } from './session-queries'
import type { Role } from './viewer'

export type Posted = { request: Request; sent: Sent; caller: Caller }

type Form = {
  /** The address of the page that shows the form. */
  page: (sent: Sent) => string
  /** The fields that are shown again with what was typed; never a password. */
  keep: string[]
}

/**
 * Answers the form of an account: does what it asks, or shows it again with what is wrong.
 *
 * @param work returns the answer
 */
export async function answerPost(
  request: Request,
  form: Form,
  work: (posted: Posted) => Promise<Response>,
): Promise<Response> {
  const sent = await readSent(request)
  if (!sent) return new Response('Send a form, or JSON.\n', { status: 415 })
  try {
    return await work({ request, sent, caller: callerOf(request.headers) })
  } catch (error) {
    if (!(error instanceof AccountRefused)) throw error
    return refuseForm(request, form.page(sent), error.refusal, sent.kept(...form.keep))
  }
}

/** The same for forms that only somebody who is signed in may send; whoever is not is sent to do so. */
export function answerOwnPost(
  request: Request,
  form: Form,
  work: (signed: Signed, posted: Posted) => Promise<Response>,
): Promise<Response> {
  return answerPost(request, form, async (posted) => {
    const signed = await currentSigned()
    if (signed) return work(signed, posted)
    if (!wantsJson(request)) return formDone(request, paths.signIn(form.page(posted.sent)))
    throw new AccountRefused({ status: 401, problems: [{ words: 'Sign in first.' }] })
  })
}

/** Where somebody begins who came from nowhere in particular. */
export function homeOf(person: { role: Role }): string {
  return isStaff(person) ? paths.dashboard() : paths.home()
}

/** Goes on where somebody who showed that a mailbox is theirs may go. */
export async function answerEntered(request: Request, entered: Entered): Promise<Response> {
  if ('nameless' in entered) return formDone(request, paths.nameNewcomer(entered.nameless))
  return signedIn(request, entered.session, entered.back || homeOf(entered.session))
}

/** Says that somebody is signed in now, or sends them on to show their second factor; who was before, in the same browser, is so no longer. */
export async function signedIn(request: Request, session: OpenedSession, location: string): Promise<Response> {
  const { siteUrl } = readEnvironment()
  const before = secretInCookies(request.headers.get('cookie') ?? '', siteUrl)
  if (before) await closeSession(before)
  const isHalfway = (await findHalfway(session.secret)) !== null
  const signed = await findSigned(session.secret)
  const isLeaving = signed !== null && (await getDeletion(signed.viewer)) !== null
  // Whoever has asked to go and comes back is asked first whether they stay.
  const place = isLeaving ? paths.accountDeletion() : location
  const next = isHalfway ? paths.confirmSignIn(location) : place
  return formDone(request, next, signInCookies(session.secret, session.expiresAt, siteUrl))
}
