import { PasswordField } from './password-field'
import { problemWith } from './problem-summary'

/** Shows that it is still the owner of the account who sits there; not asked of those who have no password. */
export function CurrentPassword({ hasPassword }: { hasPassword: boolean }) {
  if (!hasPassword) return null
  return (
    <PasswordField
      name="current"
      label="The password that you have now"
      autoComplete="current-password"
      problem={problemWith('current')}
    />
  )
}
