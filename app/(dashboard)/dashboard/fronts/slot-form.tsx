'use client'

import { type ReactNode, useActionState } from 'react'
import type { Problem } from '@/lib/fronts/front-actions'

type Props = {
  action: (problem: Problem, form: FormData) => Promise<Problem>
  /** What the form always says, such as which card it is about. */
  fields?: Record<string, string | number>
  className?: string
  children: ReactNode
}

/** A form of one step. When the step cannot be taken, it says why and keeps what was typed. */
export function SlotForm({ action, fields = {}, className, children }: Props) {
  const [problem, submit] = useActionState(action, null)
  return (
    <form action={submit} className={className}>
      {problem && (
        <p className="desk-error" role="alert">
          {problem}
        </p>
      )}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
