'use server'

import { notFound, redirect } from 'next/navigation'
import { orNotFound } from '../../or-not-found'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { markRevision, restoreRevision } from './revision-commands'
import { isRefusal } from './save-answer'

const DEEDS = ['restore', 'keep', 'let-go'] as const

/** Puts an earlier text back, or marks one to keep. */
export async function revisionAction(form: FormData): Promise<void> {
  const id = Number(form.get('article'))
  const number = Number(form.get('number'))
  const viewer = await requireStaff(paths.revisions(id))
  const what = DEEDS.find((known) => known === form.get('do')) ?? notFound()
  const deed = () =>
    what === 'restore' ? restoreRevision(viewer, id, number) : markRevision(viewer, id, number, what === 'keep')
  await orNotFound(deed, isRefusal)
  redirect(what === 'restore' ? `${paths.deskArticle(id)}?done=restored` : `${paths.revisions(id)}?done=${what}`)
}
