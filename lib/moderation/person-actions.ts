'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { type FormState, faultsOf, refusal } from '../form-state'
import { paths } from '../paths'
import { PersonRefused } from '../people/person-refused'
import { removePortraitOf } from '../people/portrait-commands'
import { requireRight } from '../people/require-right'
import { banPerson, restorePerson, suspendPerson } from '../people/standing-commands'
import { banSchema, suspensionSchema } from '../people/standing-input'
import { Refused, type Viewer } from '../people/viewer'
import { getSite } from '../site/site-queries'
import { mayModerateSomewhere } from './moderation-policy'
import { warnPerson } from './person-commands'
import { queueAddress, readPlaceOf } from './queue'
import { endShadowHold, startShadowHold } from './shadow-hold-commands'

/** Warns somebody. Fields: id, reason, comment. */
export async function warnAction(_: FormState, form: FormData): Promise<FormState> {
  return restrain(form, 'warned', banSchema, warnPerson)
}

/** Suspends somebody until the end of a day. Fields: id, until, reason, comment. */
export async function suspendCommenterAction(_: FormState, form: FormData): Promise<FormState> {
  const { zone } = await getSite()
  return restrain(form, 'suspended', suspensionSchema(zone), suspendPerson)
}

/** Shuts somebody out. Fields: id, reason, comment. */
export async function banCommenterAction(_: FormState, form: FormData): Promise<FormState> {
  return restrain(form, 'banned', banSchema, banPerson)
}

/**
 * Suspends or bans the author of a comment of the queue. Fields: id, how (suspend or ban), until, reason, comment, and where
 * it was sent from.
 */
export async function shutOutAction(_: FormState, form: FormData): Promise<FormState> {
  const done = form.get('how') === 'ban' ? 'banned' : 'suspended'
  const back = queueAddress(readPlaceOf(form), { done })
  if (done === 'banned') return restrain(form, done, banSchema, banPerson, back)
  const { zone } = await getSite()
  return restrain(form, done, suspensionSchema(zone), suspendPerson, back)
}

/** Has somebody's comments held until the end of a day. Fields: id, until, reason, comment. */
export async function holdCommenterAction(_: FormState, form: FormData): Promise<FormState> {
  const { zone } = await getSite()
  return restrain(form, 'held', suspensionSchema(zone), startShadowHold)
}

/** Ends that before its time. Fields: id, reason. */
export async function releaseCommenterAction(_: FormState, form: FormData): Promise<FormState> {
  return restrain(form, 'released', banSchema, endShadowHold)
}

/** Ends a suspension or a ban. Fields: id. */
export async function restoreCommenterAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayModerateSomewhere, paths.moderatedPerson(id))
  const refused = await refusalOf(() => restorePerson(viewer, id), form)
  return refused ?? redirect(paths.moderatedPerson(id, '?done=restored'))
}

/** Takes off somebody's portrait. Fields: id. */
export async function removePortraitAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayModerateSomewhere, paths.moderatedPerson(id))
  const refused = await refusalOf(() => removePortraitOf(viewer, id), form)
  return refused ?? redirect(paths.moderatedPerson(id, '?done=portrait'))
}

/** @param back where to go afterwards, in place of the person's own page */
async function restrain<Order>(
  form: FormData,
  done: string,
  schema: z.ZodType<Order>,
  command: (viewer: Viewer, id: number, order: Order) => Promise<void>,
  back?: string,
): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayModerateSomewhere, paths.moderatedPerson(id))
  const input = schema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  const refused = await refusalOf(() => command(viewer, id, input.data), form)
  return refused ?? redirect(back ?? paths.moderatedPerson(id, `?done=${done}`))
}

/** What a form is told when a command refuses; null when it was done. */
async function refusalOf(command: () => Promise<unknown>, form: FormData): Promise<FormState | null> {
  try {
    await command()
    return null
  } catch (error) {
    if (error instanceof PersonRefused || error instanceof Refused) return refusal(error.message, form)
    throw error
  }
}
