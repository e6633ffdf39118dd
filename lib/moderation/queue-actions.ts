'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { DECISIONS } from '@/db/schema/moderation'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { REJECTION_WORDS, type RejectionReason } from './decision'
import { decide } from './decision-commands'
import { DecisionRefused, StaleDecision } from './decision-refused'
import { mayModerateSomewhere } from './moderation-policy'
import { readQueuePlace, staleMark } from './queue'
import { undoDecision } from './undo-commands'

const REASONS = Object.keys(REJECTION_WORDS) as [RejectionReason, ...RejectionReason[]]

const id = z.coerce.number().int().positive()
const orderSchema = z.object({
  commentId: id,
  revision: id,
  seen: z.coerce.number().int().nonnegative(),
  decision: z.enum(DECISIONS, { error: 'Choose what to do.' }),
  reason: z
    .enum(REASONS)
    .or(z.literal('').transform(() => undefined))
    .optional(),
  words: z.string().trim().max(300, { error: 'Say it in up to 300 characters.' }).default(''),
})

/** Decides on a comment of the queue. Fields: commentId, revision, seen, decision, reason, words, and where it was sent from. */
export async function decideAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const input = orderSchema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  const { decision } = input.data
  const done = await attempt(() => decide(viewer, input.data))
  // The comment may have left the list, and its form with it: what is wrong is told above the list.
  if (done instanceof StaleDecision) redirect(readQueuePlace(form)({ stale: staleMark(input.data) }))
  if (done instanceof Error) return refusal(done.message, form)
  redirect(readQueuePlace(form)({ done: decision, ...(done !== null && { undo: String(done) }) }))
}

/** Takes a decision back. Fields: decision, and where it was sent from. */
export async function undoAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, paths.moderation())
  const decision = id.safeParse(form.get('decision'))
  if (!decision.success) return refusal('There is no such decision any more.', form)
  const done = await attempt(() => undoDecision(viewer, decision.data))
  if (done instanceof Error) return refusal(done.message, form)
  redirect(readQueuePlace(form)({ done: 'undo' }))
}

/** What a command gives, or why it was refused. */
async function attempt<Result>(command: () => Promise<Result>): Promise<Result | Error> {
  try {
    return await command()
  } catch (error) {
    if (error instanceof DecisionRefused || error instanceof Refused) return error
    throw error
  }
}
