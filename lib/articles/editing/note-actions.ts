'use server'

import { notFound, redirect } from 'next/navigation'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { addNote, noteSchema, settleNote } from './note-commands'
import { refusalOf } from './save-answer'

const DONE = { add: 'noted', resolve: 'resolved', reopen: 'reopened' } as const

/** Adds a note, resolves one, or opens it again. */
export async function noteAction(form: FormData): Promise<void> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.deskArticle(id))
  const what = String(form.get('do')) as keyof typeof DONE
  const note = noteSchema.safeParse({ quote: form.get('quote') ?? '', body: form.get('body') })
  try {
    if (what !== 'add') await settleNote(viewer, id, Number(form.get('note')), what === 'resolve')
    else if (note.success) await addNote(viewer, id, note.data)
  } catch (error) {
    if (refusalOf(error)) notFound()
    throw error
  }
  redirect(`${paths.deskArticle(id)}?done=${DONE[what] ?? ''}#notes`)
}
