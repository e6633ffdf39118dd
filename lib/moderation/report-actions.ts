'use server'

import { redirect } from 'next/navigation'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { DecisionRefused } from './decision-refused'
import { mayModerateSomewhere } from './moderation-policy'
import { reportAnswerSchema } from './report-answer'
import { answerReport } from './report-commands'

/** Decides on a report of illegal content and answers it. Fields: id, revision, outcome, answer. */
export async function answerReportAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayModerateSomewhere, paths.illegalReport(id))
  const input = reportAnswerSchema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  try {
    await answerReport(viewer, id, input.data)
  } catch (error) {
    if (error instanceof DecisionRefused || error instanceof Refused) return refusal(error.message, form)
    throw error
  }
  redirect(paths.illegalReport(id, '?done=answered'))
}
