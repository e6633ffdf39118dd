import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'
import { told } from '@/lib/serving/form-answers'
import { problemWith } from './problem-summary'

type About = { name: string; label: string; hint?: ReactNode; isOptional?: boolean }

/** A field of an account's form, with what was typed and what is wrong with it when the form is shown again. */
export function AccountField({ isOptional, ...props }: About & InputHTMLAttributes<HTMLInputElement>) {
  const { label, hint, defaultValue, ...rest } = props
  return (
    <Around {...props} isOptional={isOptional}>
      <input
        type="text"
        required={!isOptional}
        {...rest}
        {...describedBy(props)}
        className="field"
        defaultValue={told()?.values[props.name] ?? defaultValue}
      />
    </Around>
  )
}

/** The same for text of several lines. */
export function AccountTextArea({ isOptional, ...props }: About & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { label, hint, defaultValue, ...rest } = props
  return (
    <Around {...props} isOptional={isOptional}>
      <textarea
        rows={4}
        required={!isOptional}
        {...rest}
        {...describedBy(props)}
        className="field"
        defaultValue={told()?.values[props.name] ?? defaultValue}
      />
    </Around>
  )
}

function Around({ name, label, hint, isOptional, children }: About & { children: ReactNode }) {
  const problem = problemWith(name)
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
      {children}
    </div>
  )
}

function describedBy({ name, hint }: { name: string; hint?: ReactNode }) {
  const problem = problemWith(name)
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ')
  return { id: name, 'aria-describedby': described || undefined, 'aria-invalid': problem ? (true as const) : undefined }
}
