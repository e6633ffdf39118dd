'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { DECISIONS, REJECTION_WORDS, type RejectionReason } from './decision'
import { DecisionRefused, decide } from './decision-commands'
import { mayModerateSomewhere } from './moderation-policy'
import { TABS } from './queue'

const REASONS = Object.keys(REJECTION_WORDS) as [RejectionReason, ...RejectionReason[]]

const orderSchema = z.object({
  commentId: z.coerce.number().int().positive(),
  revision: z.coerce.number().int().positive(),
  decision: z.enum(DECISIONS, { error: 'Choose what to do.' }),
  reason: z.enum(REASONS).optional(),
  words: z.string().trim().max(300, { error: 'Say it in up to 300 characters.' }).default(''),
})

/** Decides on a comment of the queue. Fields: commentId, revision, decision, reason, words, tab. */
export async function decideAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const given = Object.fromEntries(form)
  const input = orderSchema.safeParse({ ...given, reason: given.reason || undefined })
  if (!input.success) return faultsOf(input.error, form)
  try {
    await decide(viewer, input.data)
  } catch (error) {
    if (error instanceof DecisionRefused || error instanceof Refused) return refusal(error.message, form)
    throw error
  }
  const { decision, commentId, revision } = input.data
  const tab = TABS.find((name) => name === form.get('tab')) ?? 'pending'
  redirect(paths.moderation(`?${new URLSearchParams({ tab, done: decision, about: `${commentId}.${revision}` })}`))
}
