'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { BodyRefused, readBody } from '../comments/comment-input'
import { countDeed } from '../comments/comment-limits'
import { CommentRefused } from '../comments/comment-refused'
import { type FormState, refusal } from '../form-state'
import { callerOf } from '../people/caller'
import { requireRight } from '../people/require-right'
import { Refused } from '../people/viewer'
import { DecisionRefused } from './decision-refused'
import { mayModerateSomewhere } from './moderation-policy'
import { listOf, queueAddress, readPlaceOf } from './queue'
import { type ReplyDone, replyAsStaff } from './reply-commands'

const id = z.coerce.number().int().positive()
const aboutSchema = z.object({ commentId: id, revision: id, seen: z.coerce.number().int().nonnegative() })

/**
 * Answers a comment of the queue in the newsroom's name. Fields: commentId, revision, seen, body, where it was sent from, and
 * in next what is looked at after one that waited.
 */
export async function replyAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayModerateSomewhere, queueAddress(readPlaceOf(form)))
  const about = aboutSchema.safeParse(Object.fromEntries(form))
  if (!about.success) return refusal('There is no such comment any more.', form)
  const { network } = callerOf(await headers())
  let done: ReplyDone
  try {
    const body = readBody(String(form.get('body') ?? ''))
    countDeed('post', viewer.personId, network)
    done = await replyAsStaff(viewer, { ...about.data, body })
  } catch (error) {
    return whyNot(error, form)
  }
  const place = readPlaceOf(form)
  const next = id.safeParse(form.get('next')).data ?? null
  redirect(
    queueAddress(done.approval === null ? place : { ...listOf(place), open: next }, {
      done: done.state === 'approved' ? (done.approval === null ? 'reply' : 'approve-reply') : 'reply-held',
      reply: String(done.id),
      ...(done.approval !== null && { undo: String(done.approval) }),
    }),
  )
}

/** What the form is told, with what was typed. */
function whyNot(error: unknown, form: FormData): FormState {
  if (error instanceof BodyRefused) {
    const { errors, values } = refusal(error.message, form, 'body')
    return { errors, values: { ...values, body: error.cleaned } }
  }
  if (error instanceof DecisionRefused || error instanceof CommentRefused || error instanceof Refused) {
    return refusal(error.message, form)
  }
  throw error
}
