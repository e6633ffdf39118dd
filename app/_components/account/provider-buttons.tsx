import { paths } from '@/lib/paths'
import { configuredProviders, PROVIDER_NAMES } from '@/lib/people/providers'

/** The services with which one can come in, where the operator has set any up. */
export function ProviderButtons({ back }: { back: string }) {
  const providers = configuredProviders()
  if (providers.length === 0) return null
  return (
    <div className="account-providers">
      <p>Or go on with</p>
      {providers.map((provider) => (
        <form key={provider} method="post" action={paths.beginProvider()}>
          <input type="hidden" name="back" value={back} />
          <button type="submit" name="provider" value={provider} className="account-button">
            {PROVIDER_NAMES[provider]}
          </button>
        </form>
      ))}
    </div>
  )
}

const PROBLEMS: Record<string, string> = {
  OAuthAccountNotLinked:
    'There is an account with that e-mail address already. Sign in to it by code or password; then it can be connected in your account.',
  Unconfirmed:
    'That service does not say that your e-mail address is confirmed. Confirm it there, or have a code sent.',
  Banned: 'This account was banned.',
}

const ANY = 'That did not work. Try again, or have a code sent.'

/** What went wrong with a service, told when one comes back. */
export function ProviderProblem({ error }: { error: string | undefined }) {
  if (!error) return null
  return (
    <div className="account-notice is-problem" role="alert">
      <h2>There is a problem</h2>
      <p>{Object.hasOwn(PROBLEMS, error) ? PROBLEMS[error] : ANY}</p>
    </div>
  )
}
