import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

type Told = {
  name: string
  label: string
  /** What to know before one types. */
  hint?: ReactNode
  /** What is wrong with what was typed. */
  error?: string
  /** When the same name stands in several forms of a page. */
  id?: string
  isOptional?: boolean
}

/** What every field has around it, and what ties the words to the control (WCAG 1.3.1, 3.3.1). */
function Field({ name, label, hint, error, id = name, isOptional, children }: Told & { children: ReactNode }) {
  return (
    <div className={`desk-field${error ? ' is-wrong' : ''}`}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="desk-optional"> (optional)</span>}
      </label>
      {hint && (
        <p className="desk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="desk-error" id={`${id}-error`}>
          <span className="unseen">Error: </span>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

/** What a control of a field says of itself. */
function controlOf({ name, hint, error, id = name }: Told) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, name, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

/** A line of text, a number, a date. */
export function TextField(props: Told & InputHTMLAttributes<HTMLInputElement>) {
  const { label, hint, error, isOptional, ...rest } = props
  return (
    <Field {...props}>
      <input type="text" {...rest} {...controlOf(props)} className="desk-control" />
    </Field>
  )
}

/** Several lines. */
export function TextArea(
  props: Told & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> },
) {
  const { label, hint, error, isOptional, ...rest } = props
  return (
    <Field {...props}>
      <textarea rows={4} {...rest} {...controlOf(props)} className="desk-control" />
    </Field>
  )
}

type Options = { options: readonly { value: string; label: string }[] }

/** One of a list. */
export function SelectField(props: Told & Options & SelectHTMLAttributes<HTMLSelectElement>) {
  const { label, hint, error, isOptional, options, ...rest } = props
  return (
    <Field {...props}>
      <select {...rest} {...controlOf(props)} className="desk-control">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
