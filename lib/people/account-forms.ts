import { paths } from '../paths'
import type { Sent } from './form-response'
import { wayBack } from './way-back'

/**
 * The forms at the door: which page shows each, and what of it is shown again. A path to return to is read as strictly
 * here as where it is used.
 */

/** What we gave a browser to send back becomes part of an address again; whatever else was sent does not. */
const keyIn = (sent: Sent, name: string) => /^[\w-]{1,200}$/.exec(sent.text(name))?.[0] ?? ''
const backOf = (sent: Sent) => wayBack(sent.text('back'), '')

export const passwordForm = { page: (sent: Sent) => paths.signInByPassword(backOf(sent)), keep: ['email'] }
export const codeForm = { page: (sent: Sent) => paths.signIn(backOf(sent)), keep: ['email'] }
export const signUpForm = { page: (sent: Sent) => paths.signUp(backOf(sent)), keep: ['name', 'email'] }
export const enterCodeForm = { page: (sent: Sent) => paths.verify(keyIn(sent, 'request')), keep: ['code'] }
export const linkForm = { page: (sent: Sent) => paths.verifyByLink(keyIn(sent, 'token')), keep: [] }
export const nameForm = { page: (sent: Sent) => paths.nameNewcomer(keyIn(sent, 'request')), keep: ['name'] }

export const resetForm = { page: () => paths.reset(), keep: ['email'] }
export const joinForm = { page: (sent: Sent) => paths.join(keyIn(sent, 'token')), keep: ['name'] }
export const choiceForm = { page: (sent: Sent) => paths.choosePassword(keyIn(sent, 'token')), keep: ['name'] }
export const profileForm = { page: () => paths.accountProfile(), keep: ['name', 'bio', 'comments'] }
export const portraitForm = { page: () => paths.accountProfile(), keep: [] }
export const mailboxForm = { page: () => paths.accountMailbox(), keep: ['email'] }
export const newPasswordForm = { page: () => paths.accountPassword(), keep: [] }
export const sessionsForm = { page: () => paths.accountSessions(), keep: [] }
export const exportForm = { page: () => paths.accountExport(), keep: [] }
export const deletionForm = { page: () => paths.accountDeletion(), keep: ['comments'] }
export const providersForm = { page: () => paths.accountProviders(), keep: [] }

/** Whoever loads the address that a form was sent to gets its page. */
export function toPage(page: string): Response {
  return new Response(null, { status: 303, headers: { location: page } })
}
