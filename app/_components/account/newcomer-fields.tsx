import { AccountField } from './account-field'
import { PasswordField } from './password-field'

/** What somebody is called here. */
export function SignatureField({ name }: { name?: string }) {
  return (
    <AccountField
      name="name"
      label="Your name"
      autoComplete="nickname"
      maxLength={120}
      defaultValue={name}
      hint="It stands beside everything that you write here, for everyone to see."
    />
  )
}

/** A password that is being chosen, and need not be: a code by mail does as well. */
export function NewPasswordField({ problem }: { problem: string | undefined }) {
  return (
    <PasswordField
      autoComplete="new-password"
      isOptional
      problem={problem}
      hint="At least 10 characters; a few words are good. Without one, you come in by code."
    />
  )
}
