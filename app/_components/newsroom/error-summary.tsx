'use client'

import { useEffect, useRef } from 'react'

/** What is wrong with a form, before it; each line leads to its field. It takes the focus, so that it is not missed. */
export function ErrorSummary({ errors }: { errors: Record<string, string> }) {
  const summary = useRef<HTMLDivElement>(null)
  const lines = Object.entries(errors)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new errors are told anew
  useEffect(() => {
    if (lines.length > 0) summary.current?.focus()
  }, [errors])
  if (lines.length === 0) return null
  return (
    <div className="desk-notice is-danger" role="alert" tabIndex={-1} ref={summary}>
      <p>
        <strong>There is a problem</strong>
      </p>
      <ul>
        {lines.map(([field, words]) => (
          <li key={field}>{field === 'form' ? words : <a href={`#${field}`}>{words}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
