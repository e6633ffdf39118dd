'use server'

import { notFound, redirect } from 'next/navigation'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { getSite } from '../site/site-queries'
import { changeMedia, deleteMedia, MediaRefused } from './media-desk-commands'
import { mediaSchema } from './media-input'
import { mayUseMedia } from './media-policy'

/** Describes a picture. Field `id`, and those of media-input.ts. */
export async function describeAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayUseMedia, paths.mediaDesk(id))
  const { zone } = await getSite()
  const parsed = mediaSchema(zone).safeParse(Object.fromEntries(form))
  if (!parsed.success) return faultsOf(parsed.error, form)
  const problem = await attempt(() => changeMedia(viewer, id, parsed.data))
  if (problem) return refusal(problem, form)
  redirect(paths.mediaDesk(id, 'saved'))
}

/** Takes a picture out of the library. Field `id`. */
export async function deleteMediaAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayUseMedia, paths.mediaDesk(id))
  const problem = await attempt(() => deleteMedia(viewer, id))
  if (problem) return refusal(problem, form)
  redirect(paths.mediaLibrary('done=deleted'))
}

/** Why it could not be done, in words; for whoever may not, there is nothing here. */
async function attempt(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refused) notFound()
    if (error instanceof MediaRefused) return error.message
    throw error
  }
}
