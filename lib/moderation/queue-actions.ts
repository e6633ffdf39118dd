'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { DECISIONS } from '@/db/schema/moderation'
import { CommentRefused } from '../comments/comment-refused'
import { pickComment } from '../comments/moderator-commands'
import { type FormState, faultsOf, refusal } from '../form-state'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { decideMany, MOST_AT_ONCE } from './bulk-decision'
import { takeOver } from './claim-commands'
import { REJECTION_WORDS, type RejectionReason } from './decision'
import { decide } from './decision-commands'
import { ClaimedByOther, DecisionRefused, StaleDecision } from './decision-refused'
import { forgetWords, keepWords } from './kept-words'
import { mayModerateSomewhere } from './moderation-policy'
import { listOf, type QueuePlace, queueAddress, readPlaceOf, staleMark } from './queue'
import { undoDecision } from './undo-commands'

const REASONS = Object.keys(REJECTION_WORDS) as [RejectionReason, ...RejectionReason[]]

const id = z.coerce.number().int().positive()
const itemSchema = z.object({ commentId: id, revision: id, seen: z.coerce.number().int().nonnegative() })
const howSchema = z.object({
  decision: z.enum(DECISIONS, { error: 'Choose what to do.' }),
  reason: z
    .enum(REASONS)
    .or(z.literal('').transform(() => undefined))
    .optional(),
  words: z.string().trim().max(300, { error: 'Say it in up to 300 characters.' }).default(''),
})
const orderSchema = howSchema.extend(itemSchema.shape)

/**
 * Decides on a comment of the queue. Fields: commentId, revision, seen, decision, reason, words, where it was sent from, and
 * in next what is looked at afterwards.
 */
export async function decideAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, queueAddress(readPlaceOf(form)))
  const input = orderSchema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  const { commentId, decision, reason = '', words } = input.data
  const place = readPlaceOf(form)
  const done = await attempt(() => decide(viewer, input.data))
  // The comment may have left the list, and its form with it: what is wrong is told above the list.
  if (done instanceof StaleDecision || done instanceof ClaimedByOther) {
    if (words) await keepWords(viewer, { comments: [commentId], reason, words })
    redirect(queueAddress(words ? formOf(place, commentId) : place, { stale: staleMark(input.data) }))
  }
  if (done instanceof Error) return refusal(done.message, form)
  await forgetWords(viewer, commentId)
  const next = { ...listOf(place), open: id.safeParse(form.get('next')).data ?? null }
  redirect(queueAddress(next, { done: decision, ...(done !== null && { undo: String(done) }) }))
}

/** Where the form of a comment is shown, also when the comment has left the list. */
function formOf(place: QueuePlace, commentId: number): QueuePlace {
  return place.open === commentId ? place : { ...listOf(place), open: commentId, isAlone: true }
}

/** Makes one decision on all comments that are marked. Fields: item (id.revision.seen, many), decision, reason, words, and where it was sent from. */
export async function decideManyAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, queueAddress(readPlaceOf(form)))
  const how = howSchema.safeParse(Object.fromEntries(form))
  if (!how.success) return faultsOf(how.error, form)
  const items = z.array(itemSchema).min(1).safeParse(form.getAll('item').map(readItem))
  if (!items.success) return refusal('Mark the comments that you want to decide on.', form)
  const done = await attempt(() => decideMany(viewer, items.data, how.data))
  if (done instanceof Error) return refusal(done.message, form)
  const { decision, reason = '', words } = how.data
  const left = done.stale.map(({ commentId }) => commentId)
  if (words && left.length > 0) await keepWords(viewer, { comments: left, reason, words })
  const told = {
    ...(done.stale.length < items.data.length && { done: decision }),
    ...(done.decided.size > 0 && { undo: [...done.decided.values()].join(',') }),
    ...(done.stale.length > 0 && { stale: done.stale.map((item) => staleMark({ ...item, decision })).join(',') }),
  }
  redirect(queueAddress(readPlaceOf(form), told))
}

function readItem(item: FormDataEntryValue) {
  const [commentId, revision, seen] = String(item).split('.')
  return { commentId, revision, seen }
}

/** Takes decisions back. Fields: decision (many), and where it was sent from. */
export async function undoAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, queueAddress(readPlaceOf(form)))
  const decisions = z.array(id).min(1).max(MOST_AT_ONCE).safeParse(form.getAll('decision'))
  if (!decisions.success) return refusal('There is no such decision any more.', form)
  const outcomes: (number | Error)[] = []
  for (const decision of decisions.data) outcomes.push(await attempt(() => undoDecision(viewer, decision)))
  const refused = outcomes.filter((outcome) => outcome instanceof Error)
  if (refused.length === 0) redirect(queueAddress(readPlaceOf(form), { done: 'undo' }))
  const undone = outcomes.length - refused.length
  const words = [...new Set(refused.map(({ message }) => message))].join(' ')
  return refusal(undone > 0 ? `${undone} undone, ${refused.length} not. ${words}` : words, form)
}

/** Marks a comment as an editors’ pick, or no longer. Fields: commentId, on (1 or 0), and where it was sent from. */
export async function pickAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, queueAddress(readPlaceOf(form)))
  const input = id.safeParse(form.get('commentId'))
  if (!input.success) return refusal('There is no such comment any more.', form)
  const isOn = form.get('on') === '1'
  const done = await attempt(() => pickComment(viewer, { id: input.data, isOn }))
  if (done instanceof Error) return refusal(done.message, form)
  redirect(queueAddress(readPlaceOf(form), { done: isOn ? 'pick' : 'unpick' }))
}

/** Takes a comment over from whoever looks at it. Fields: commentId, and where it was sent from. */
export async function takeOverAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, queueAddress(readPlaceOf(form)))
  const input = id.safeParse(form.get('commentId'))
  if (!input.success) return refusal('There is no such comment any more.', form)
  const done = await attempt(() => takeOver(viewer, input.data))
  if (done instanceof Error) return refusal(done.message, form)
  redirect(queueAddress({ ...readPlaceOf(form), open: input.data }, { done: 'take-over' }))
}

/** What a command gives, or why it was refused. */
async function attempt<Result>(command: () => Promise<Result>): Promise<Result | Error> {
  try {
    return await command()
  } catch (error) {
    if (error instanceof DecisionRefused || error instanceof Refused || error instanceof CommentRefused) return error
    throw error
  }
}
