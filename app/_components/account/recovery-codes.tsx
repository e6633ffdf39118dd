import { paths } from '@/lib/paths'

/** Codes that are shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <div className="account-notice is-success" role="alert">
      <h2>Keep these codes</h2>
      <p>
        Each lets you in once when your device is lost. Print them, or keep them in a password manager: they are shown
        this once.
      </p>
      <ol className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <a href={`${paths.accountSecurity()}?done=set-up`}>I have kept them</a>
      </p>
    </div>
  )
}
