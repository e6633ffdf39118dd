'use server'

import { redirect } from 'next/navigation'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { PersonRefused } from '../people/person-refused'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { mayKeepNotes } from './moderation-policy'
import { removeNote, writeNote } from './note-commands'
import { noteSchema } from './note-input'

/** Notes something about somebody. Fields: id, note, sectionId. */
export async function writeNoteAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayKeepNotes, paths.moderatedPerson(id))
  const input = noteSchema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  try {
    await writeNote(viewer, id, input.data)
  } catch (error) {
    if (error instanceof PersonRefused || error instanceof Refused) return refusal(error.message, form)
    throw error
  }
  redirect(paths.moderatedPerson(id, '?done=noted#notes'))
}

/** Takes a note away. Fields: id, note. */
export async function removeNoteAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayKeepNotes, paths.moderatedPerson(id))
  try {
    await removeNote(viewer, id, Number(form.get('note')))
  } catch (error) {
    if (error instanceof PersonRefused || error instanceof Refused) return refusal(error.message, form)
    throw error
  }
  redirect(paths.moderatedPerson(id, '?done=unnoted#notes'))
}
