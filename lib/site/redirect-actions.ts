'use server'

import { redirect } from 'next/navigation'
import { readEnvironment } from '../env'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { addRedirect, mayKeepRedirects, RedirectRefused, redirectSchema, removeRedirect } from './redirect-desk'

/** Has an old address lead to another. Fields: from, to. */
export async function addRedirectAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayKeepRedirects, paths.redirectsDesk())
  const parsed = redirectSchema(readEnvironment().siteUrl).safeParse(Object.fromEntries(form))
  if (!parsed.success) return faultsOf(parsed.error, form)
  try {
    await addRedirect(viewer, parsed.data)
  } catch (error) {
    if (error instanceof RedirectRefused) return refusal(error.message, form, error.field)
    throw error
  }
  redirect(paths.redirectsDesk('?done=set'))
}

/** Has an old address lead nowhere again. Field: path. */
export async function removeRedirectAction(form: FormData): Promise<void> {
  const viewer = await requireRight(mayKeepRedirects, paths.redirectsDesk())
  await removeRedirect(viewer, String(form.get('path') ?? ''))
  redirect(paths.redirectsDesk('?done=removed'))
}
