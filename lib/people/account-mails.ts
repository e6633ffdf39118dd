import type { MailTemplate } from '../mail/mail'
import { paths } from '../paths'
import type { IssuedCode } from './mail-code'

/**
 * What is written to people about their account. A mail that anybody can have sent to any address says the same to those
 * who have an account and to those who have none.
 */

const NOT_YOU = 'Was it not you? Then nothing happens: ignore this mail, and give the code to nobody.'

export function enterMail({ code, token }: IssuedCode): MailTemplate {
  return {
    subject: 'Your code to come in',
    paragraphs: [
      'Somebody asked to come in with this e-mail address. Enter this code on the page where you asked for it:',
    ],
    code: spaced(code),
    action: { label: 'Or go on with this link', address: paths.verifyByLink(token) },
    footer: `Code and link are good for 30 minutes, once. If there is no account with this address yet, they make one. ${NOT_YOU}`,
  }
}

export function newMailboxMail({ code, token }: IssuedCode, name: string): MailTemplate {
  return {
    subject: 'Confirm your new e-mail address',
    paragraphs: [`This address is to become that of ${name}’s account. Enter this code where you asked for it:`],
    code: spaced(code),
    action: { label: 'Or confirm it with this link', address: paths.verifyByLink(token) },
    footer: `Code and link are good for 30 minutes, once. ${NOT_YOU}`,
  }
}

export function mailboxIsChangingMail(newEmail: string): MailTemplate {
  return {
    subject: 'Your e-mail address is to be changed',
    paragraphs: [
      `Somebody who is signed in to your account asked for its e-mail address to become ${newEmail}. It changes when that address is confirmed.`,
      'Was it not you? Then somebody else is in your account: sign in, end the sessions that you do not know, and choose a new password.',
    ],
    action: { label: 'See where you are signed in', address: paths.accountSessions() },
  }
}

/** @param contact where the newsroom is reached; empty for nowhere */
export function mailboxChangedMail(newEmail: string, contact: string): MailTemplate {
  const turnTo = contact ? `Write to ${contact}` : 'Turn to the newsroom'
  return {
    subject: 'Your e-mail address was changed',
    paragraphs: [
      `The e-mail address of your account is now ${newEmail}. Mails go there from now on, and everywhere else was signed out.`,
      `Was it not you? ${turnTo} at once: the newsroom can give the account back to you.`,
    ],
  }
}

export function passwordChangedMail(): MailTemplate {
  return {
    subject: 'Your password was changed',
    paragraphs: [
      'The password of your account was changed just now, and everywhere else was signed out.',
      'Was it not you? Choose a new one at once: nobody can do that without this mailbox.',
    ],
    action: { label: 'Choose a new password', address: paths.reset() },
  }
}

export function resetMail(token: string | null): MailTemplate {
  if (token === null) {
    return {
      subject: 'Choose a new password',
      paragraphs: [
        'Somebody asked for a new password for the account with this e-mail address. There is none. You may have used another address.',
      ],
      action: { label: 'Make an account', address: paths.signUp() },
      footer: 'Was it not you? Then nothing happens: ignore this mail.',
    }
  }
  return {
    subject: 'Choose a new password',
    paragraphs: ['Somebody asked for a new password for the account with this e-mail address.'],
    action: { label: 'Choose a new password', address: paths.choosePassword(token) },
    footer: 'The link is good for a day, once. Was it not you? Then nothing happens: ignore this mail.',
  }
}

/** Six digits in two groups, as they are read and remembered. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
