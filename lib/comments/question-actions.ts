'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, faultsOf, refusal } from '../form-state'
import { mayModerateSomewhere } from '../moderation/moderation-policy'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { oneLine } from '../plain-text'
import { CommentRefused } from './comment-refused'
import { askQuestion } from './moderator-commands'

const questionSchema = z.object({ question: oneLine({ label: 'The question', max: 300 }) })

/** Pins a question above the composer of an article; an empty one takes it away. Fields: article, question. */
export async function askQuestionAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('article'))
  const viewer = await requireRight(mayModerateSomewhere, paths.readersQuestion(id))
  const input = questionSchema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  try {
    await askQuestion(viewer, id, input.data.question)
  } catch (error) {
    if (error instanceof CommentRefused || error instanceof Refused) return refusal(error.message, form)
    throw error
  }
  redirect(paths.readersQuestion(id, `?done=${input.data.question === '' ? 'removed' : 'asked'}`))
}
