import type { z } from 'zod'

/** What a form is drawn with again when it could not be taken: what is wrong, by field, and what was typed. */
export type FormState = {
  /** By the name of a field; `form` for what belongs to none. */
  errors: Record<string, string>
  values: Record<string, string>
  /** What was done, by its name, where the page that says so is not asked for anew. */
  done?: string
}

export const NEW_FORM: FormState = { errors: {}, values: {} }

/** The state of a form that breaks the rules of a schema: the first fault of each field. */
export function faultsOf({ issues }: z.ZodError, form: FormData): FormState {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) errors[String(path[0] ?? 'form')] ??= message
  return { errors, values: typedIn(form) }
}

/** The state of a form that was refused for a reason that no field can be blamed for, or the one that is named. */
export function refusal(words: string, form: FormData, field = 'form'): FormState {
  return { errors: { [field]: words }, values: typedIn(form) }
}

/** What was typed, but for what must not be sent back: passwords, codes, and what the framework added. */
export function typedIn(form: FormData): Record<string, string> {
  const typed = [...form].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && !/^\$|password|code|secret/i.test(pair[0]),
  )
  return Object.fromEntries(typed)
}
