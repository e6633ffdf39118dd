'use server'

import { redirect } from 'next/navigation'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { mayKeepRedirects } from '../site/redirect-desk'
import { forgetMissing } from './missing-commands'

/** Forgets an address that needs no redirect. Field: path. */
export async function forgetMissingAction(form: FormData): Promise<void> {
  const viewer = await requireRight(mayKeepRedirects, paths.missingAddresses())
  await forgetMissing(viewer, String(form.get('path') ?? ''))
  redirect(paths.missingAddresses('?done=forgotten'))
}
