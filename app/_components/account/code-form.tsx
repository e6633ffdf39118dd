import { AccountField } from './account-field'

/** Where the six digits of a mail are entered, by hand, by pasting or by the browser. */
export function CodeForm({ action, request, label = 'Go on' }: { action: string; request: string; label?: string }) {
  return (
    <form method="post" action={action} className="account-form">
      <input type="hidden" name="request" value={request} />
      <div className="account-code">
        <AccountField
          name="code"
          label="Code"
          hint="Six digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
        />
      </div>
      <button className="button" type="submit">
        {label}
      </button>
    </form>
  )
}
