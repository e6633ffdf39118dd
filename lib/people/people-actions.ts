'use server'

import { redirect } from 'next/navigation'
import { type FormState, faultsOf, refusal } from '../form-state'
import { orNotFound } from '../or-not-found'
import { paths } from '../paths'
import { getSite } from '../site/site-queries'
import { invite, revokeInvitation } from './invitation-commands'
import { MailboxRefused } from './mailbox'
import { invitationSchema, postSchema } from './people-input'
import { mayManagePeople } from './person-policy'
import { PersonRefused } from './person-refused'
import { requireRight } from './require-right'
import { giveRole } from './role-commands'
import { resetFactors } from './second-factor-commands'
import { banPerson, restorePerson, signOutEverywhere, suspendPerson } from './standing-commands'
import { banSchema, suspensionSchema } from './standing-input'

/** Invites somebody by mail. */
export async function inviteAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireRight(mayManagePeople, paths.invite())
  const input = invitationSchema.safeParse({ ...Object.fromEntries(form), sectionIds: form.getAll('sectionIds') })
  if (!input.success) return faultsOf(input.error, form)
  const refused = await refusalOf(() => invite(viewer, input.data), form, 'email')
  return refused ?? redirect(paths.people('?done=invited'))
}

/** Makes an invitation void. */
export async function revokeInvitationAction(form: FormData): Promise<void> {
  const viewer = await requireRight(mayManagePeople, paths.people())
  await revokeInvitation(viewer, Number(form.get('id')))
  redirect(paths.people('?done=revoked'))
}

/** Gives somebody a role with its limits. */
export async function giveRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayManagePeople, paths.person(id))
  const input = postSchema.safeParse({ role: form.get('role'), sectionIds: form.getAll('sectionIds') })
  if (!input.success) return faultsOf(input.error, form)
  const refused = await refusalOf(() => giveRole(viewer, id, input.data), form, 'role')
  return refused ?? redirect(`${paths.person(id)}?done=role`)
}

/** Suspends somebody until the end of a day. */
export async function suspendAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayManagePeople, paths.person(id))
  const { zone } = await getSite()
  const input = suspensionSchema(zone).safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  const refused = await refusalOf(() => suspendPerson(viewer, id, input.data), form)
  return refused ?? redirect(`${paths.person(id)}?done=suspended`)
}

/** Shuts somebody out. */
export async function banAction(_: FormState, form: FormData): Promise<FormState> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayManagePeople, paths.person(id))
  const input = banSchema.safeParse({ reason: form.get('reason') })
  if (!input.success) return faultsOf(input.error, form)
  const refused = await refusalOf(() => banPerson(viewer, id, input.data), form)
  return refused ?? redirect(`${paths.person(id)}?done=banned`)
}

/** Ends a suspension or a ban. */
export async function restoreAction(form: FormData): Promise<void> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayManagePeople, paths.person(id))
  await orNotFound(() => restorePerson(viewer, id), isGone)
  redirect(`${paths.person(id)}?done=restored`)
}

/** Ends every session of somebody. */
export async function signOutEverywhereAction(form: FormData): Promise<void> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayManagePeople, paths.person(id))
  await orNotFound(() => signOutEverywhere(viewer, id), isGone)
  redirect(`${paths.person(id)}?done=signed-out`)
}

/** Takes every second factor off somebody who has lost them. */
export async function resetFactorsAction(form: FormData): Promise<void> {
  const id = Number(form.get('id'))
  const viewer = await requireRight(mayManagePeople, paths.person(id))
  await orNotFound(() => resetFactors(viewer, id), isGone)
  redirect(`${paths.person(id)}?done=factors`)
}

/** A person who is gone is nobody any more to whom a button could do something. */
const isGone = (error: unknown) => error instanceof PersonRefused

/** What a form is told when a command refuses; null when it was done. */
async function refusalOf(command: () => Promise<unknown>, form: FormData, field?: string): Promise<FormState | null> {
  try {
    await command()
    return null
  } catch (error) {
    if (error instanceof PersonRefused || error instanceof MailboxRefused) return refusal(error.message, form, field)
    throw error
  }
}
