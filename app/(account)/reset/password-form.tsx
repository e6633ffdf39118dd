'use client'

import { useActionState } from 'react'
import { choosePasswordAction } from '@/lib/people/person-actions'

/** The form works before, and without, any script. */
export function PasswordForm({ token, name }: { token: string; name: string }) {
  const [state, choose, isPending] = useActionState(choosePasswordAction, { error: null, name })
  return (
    <form action={choose} className="form">
      {state.error && (
        <div role="alert" className="correction">
          <p>
            <strong>There is a problem</strong>
          </p>
          <p>
            <a href="#password">{state.error}</a>
          </p>
        </div>
      )}
      <input type="hidden" name="token" value={token} />
      <label htmlFor="name">Your name</label>
      <input
        id="name"
        name="name"
        className="field"
        defaultValue={state.name}
        autoComplete="name"
        maxLength={120}
        required
      />
      <label htmlFor="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        className="field"
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
        required
        aria-describedby="password-hint"
      />
      <div className="composer-foot">
        <p id="password-hint">At least 10 characters. A few words are better than a few signs.</p>
        <button className="button" type="submit" disabled={isPending}>
          Set password
        </button>
      </div>
    </form>
  )
}
