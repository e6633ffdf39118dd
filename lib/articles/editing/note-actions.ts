'use server'

import { type FormState, faultsOf } from '../../form-state'
import { orNotFound } from '../../or-not-found'
import { paths } from '../../paths'
import { requireStaff } from '../../people/current-viewer'
import { doneBeside } from './done-beside'
import { addNote, noteSchema, settleNote } from './note-commands'
import { isRefusal } from './save-answer'

/** Leaves a note on an article. Fields: article, quote, body. */
export async function addNoteAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.deskArticle(id))
  const note = noteSchema.safeParse(Object.fromEntries(form))
  if (!note.success) return faultsOf(note.error, form)
  await orNotFound(() => addNote(viewer, id, note.data), isRefusal)
  return doneBeside(id, 'noted', '#notes')
}

/** Says that a note is dealt with, or that it is not. Fields: article, note, do. */
export async function settleNoteAction(form: FormData): Promise<void> {
  const id = Number(form.get('article'))
  const viewer = await requireStaff(paths.deskArticle(id))
  const isResolved = form.get('do') === 'resolve'
  await orNotFound(() => settleNote(viewer, id, Number(form.get('note')), isResolved), isRefusal)
  await doneBeside(id, isResolved ? 'resolved' : 'reopened', '#notes')
}
