import { paths } from '@/lib/paths'
import { AccountField } from './account-field'
import { PasswordField } from './password-field'
import { problemWith } from './problem-summary'

/** The address of somebody who comes in. Spaces and capitals in it do not matter. */
export function MailboxField({ hint, label = 'E-mail address' }: { hint?: string; label?: string }) {
  return (
    <AccountField
      name="email"
      label={label}
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      hint={hint}
    />
  )
}

/** Asks for a code. */
export function CodeRequestForm({ back }: { back: string }) {
  return (
    <form method="post" action={paths.sendCode()} className="account-form">
      <input type="hidden" name="back" value={back} />
      <MailboxField hint="We send you a code to enter on the next page. No password needed." />
      <button className="button" type="submit">
        Send me a code
      </button>
    </form>
  )
}

/** Signs in by password. */
export function PasswordSignInForm({ back }: { back: string }) {
  return (
    <form method="post" action={paths.passwordSignIn()} className="account-form">
      <input type="hidden" name="back" value={back} />
      <MailboxField />
      <PasswordField autoComplete="current-password" problem={problemWith('password')} />
      <button className="button" type="submit">
        Sign in
      </button>
    </form>
  )
}
