'use server'

import { redirect } from 'next/navigation'
import { paths } from '../paths'
import { PasswordRefused } from './password'
import { choosePassword } from './person-commands'
import { passwordChoiceSchema } from './person-input'
import { PersonRefused } from './person-refused'

export type PasswordChoiceState = { error: string | null; name: string }

/** Chooses a password with the link that was sent for it; what was typed is kept when it cannot be, but for the password. */
export async function choosePasswordAction(_: PasswordChoiceState, form: FormData): Promise<PasswordChoiceState> {
  const name = String(form.get('name') ?? '')
  const input = passwordChoiceSchema.safeParse({ name, password: form.get('password') })
  if (!input.success) return { error: input.error.issues[0]?.message ?? 'Fill in the form.', name }
  try {
    await choosePassword(String(form.get('token') ?? ''), input.data)
  } catch (error) {
    if (error instanceof PasswordRefused || error instanceof PersonRefused) return { error: error.message, name }
    throw error
  }
  redirect(paths.passwordChosen())
}
