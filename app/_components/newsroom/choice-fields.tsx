import type { InputHTMLAttributes, ReactNode } from 'react'

type Choice = { value: string; label: string; hint?: string }

type ChoicesProps = {
  name: string
  legend: string
  hint?: ReactNode
  error?: string
  /** `radio` for one of them, `checkbox` for any. */
  type: 'radio' | 'checkbox'
  options: readonly Choice[]
  chosen: readonly string[]
}

/** One or several of a few, all in view. */
export function Choices({ name, legend, hint, error, type, options, chosen }: ChoicesProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className={`desk-choices${error ? ' is-wrong' : ''}`} aria-describedby={described || undefined} id={name}>
      <legend>{legend}</legend>
      {hint && (
        <p className="desk-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="desk-error" id={`${name}-error`}>
          <span className="unseen">Error: </span>
          {error}
        </p>
      )}
      {options.map(({ value, label, hint: words }) => (
        <label key={value}>
          <input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} />
          <span>
            {label}
            {words && <small>{words}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type CheckProps = { name: string; label: string; hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>

/** Yes or no. */
export function Check({ label, hint, ...rest }: CheckProps) {
  return (
    <label className="desk-check">
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  )
}
