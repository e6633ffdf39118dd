'use client'

import { startRegistration } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { askJson } from '@/app/_components/account/ask-json'
import { RecoveryCodes } from '@/app/_components/account/recovery-codes'
import { paths } from '@/lib/paths'

/** Makes a passkey. It needs a script, and says so. */
export function AddPasskey() {
  const [problem, setProblem] = useState('')
  const [codes, setCodes] = useState<string[] | null>(null)
  // Until the script runs, the button would do nothing.
  const [isBusy, setBusy] = useState(true)
  useEffect(() => setBusy(false), [])

  async function add(form: FormData) {
    setBusy(true)
    setProblem('')
    try {
      const optionsJSON = await askJson(paths.accountSecurity('passkeys/begin'))
      const response = await startRegistration({ optionsJSON: optionsJSON as never })
      const name = String(form.get('name') ?? '')
      const sent = { response: JSON.stringify(response), name }
      const taken = await askJson<{ codes: string[] | null; location: string }>(
        paths.accountSecurity('passkeys/add'),
        sent,
      )
      if (taken.codes) setCodes(taken.codes)
      else location.assign(taken.location)
    } catch (error) {
      setProblem(wordsOf(error as Error))
    }
    setBusy(false)
  }

  if (codes) return <RecoveryCodes codes={codes} />
  return (
    <>
      <noscript>
        <p>Passkeys need JavaScript. An app with codes works without it.</p>
      </noscript>
      {problem && (
        <p role="alert" className="account-error">
          {problem}
        </p>
      )}
      <form
        className="account-form needs-script"
        onSubmit={(event) => {
          event.preventDefault()
          void add(new FormData(event.currentTarget))
        }}
      >
        <div className="account-field">
          <label htmlFor="passkey-name">Name of the passkey</label>
          <input
            id="passkey-name"
            name="name"
            className="field"
            defaultValue="Passkey"
            maxLength={60}
            autoComplete="off"
          />
        </div>
        <button type="submit" className="button" disabled={isBusy}>
          Add a passkey
        </button>
      </form>
    </>
  )
}

function wordsOf({ name, message }: Error): string {
  if (name === 'NotAllowedError' || name === 'AbortError') return 'No passkey was made. You can try again.'
  if (name === 'InvalidStateError') return 'This device has a passkey for you already.'
  return message
}
