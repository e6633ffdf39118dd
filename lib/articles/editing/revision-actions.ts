'use server'

import { notFound, redirect } from 'next/navigation'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { markRevision, restoreRevision } from './revision-commands'
import { refusalOf } from './save-answer'

const DEEDS = ['restore', 'keep', 'let-go'] as const

/** Puts an earlier text back, or marks one to keep. */
export async function revisionAction(form: FormData): Promise<void> {
  const id = Number(form.get('article'))
  const number = Number(form.get('number'))
  const viewer = await requireStaff(paths.revisions(id))
  const what = DEEDS.find((known) => known === form.get('do')) ?? notFound()
  try {
    if (what === 'restore') await restoreRevision(viewer, id, number)
    else await markRevision(viewer, id, number, what === 'keep')
  } catch (error) {
    if (refusalOf(error)) notFound()
    throw error
  }
  redirect(what === 'restore' ? `${paths.deskArticle(id)}?done=restored` : `${paths.revisions(id)}?done=${what}`)
}
