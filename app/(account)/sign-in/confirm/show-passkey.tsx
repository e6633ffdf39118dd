'use client'

import { startAuthentication } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { askJson } from '@/app/_components/account/ask-json'
import { paths } from '@/lib/paths'

/** Shows a passkey. Without a script there is the code. */
export function ShowPasskey({ back }: { back: string }) {
  const [problem, setProblem] = useState('')
  // Until the script runs, the button would do nothing.
  const [isBusy, setBusy] = useState(true)
  useEffect(() => setBusy(false), [])

  async function show() {
    setBusy(true)
    setProblem('')
    try {
      const optionsJSON = await askJson(`${paths.confirmByPasskey()}/begin`)
      const response = await startAuthentication({ optionsJSON: optionsJSON as never })
      const sent = { response: JSON.stringify(response), back }
      const { location } = await askJson<{ location: string }>(paths.confirmByPasskey(), sent)
      window.location.assign(location)
    } catch (error) {
      const { name, message } = error as Error
      setProblem(name === 'NotAllowedError' || name === 'AbortError' ? 'No passkey was shown. Try again.' : message)
      setBusy(false)
    }
  }

  return (
    <div className="account-form needs-script">
      {problem && (
        <p role="alert" className="account-error">
          {problem}
        </p>
      )}
      <button type="button" className="button" onClick={show} disabled={isBusy}>
        Use a passkey
      </button>
    </div>
  )
}
