'use client'

import { useState } from 'react'

type PasswordFieldProps = {
  name?: string
  label?: string
  autoComplete: 'current-password' | 'new-password'
  hint?: string
  problem?: string
  isOptional?: boolean
}

/** A password, which its owner may look at while typing. Without a script it stays covered. */
export function PasswordField({
  name = 'password',
  label = 'Password',
  autoComplete,
  hint,
  problem,
  isOptional,
}: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'account-field is-wrong' : 'account-field'}>
      <label htmlFor={name}>
        {label}
        {isOptional && <span className="account-optional"> (optional)</span>}
      </label>
      {hint && (
        <p className="account-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="account-error" id={`${name}-error`}>
          <span className="unseen">Error: </span>
          {problem}
        </p>
      )}
      <div className="account-password">
        <input
          id={name}
          name={name}
          type={isShown ? 'text' : 'password'}
          className="field"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required={!isOptional}
          aria-describedby={described || undefined}
          aria-invalid={problem ? true : undefined}
        />
        <button
          type="button"
          className="account-show"
          aria-controls={name}
          aria-label={isShown ? 'Hide password' : 'Show password'}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
    </div>
  )
}
