import { AccountField } from '@/app/_components/account/account-field'
import { PasswordField } from '@/app/_components/account/password-field'
import { problemWith } from '@/app/_components/account/problem-summary'
import { paths } from '@/lib/paths'

/** Where the owner of a link says what they are called and chooses a password. */
export function ChoiceForm({ token, name }: { token: string; name: string }) {
  return (
    <form method="post" action={paths.spendReset()} className="account-form">
      <input type="hidden" name="token" value={token} />
      <AccountField name="name" label="Your name" autoComplete="name" maxLength={120} defaultValue={name} />
      <PasswordField
        autoComplete="new-password"
        problem={problemWith('password')}
        hint="At least 10 characters. A few words are better than a few signs."
      />
      <button className="button" type="submit">
        Set password
      </button>
    </form>
  )
}
