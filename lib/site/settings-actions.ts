'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { type FormState, faultsOf, refusal } from '../form-state'
import { sendTestMail } from '../mail/mail-test'
import { paths } from '../paths'
import { MailboxRefused } from '../people/mailbox'
import { requireRight } from '../people/require-right'
import type { Viewer } from '../people/viewer'
import type { Site } from './site'
import { changeSite } from './site-commands'
import { accentSchema, commentSettingsSchema, contactSchema, menuSchema, paperSchema } from './site-input'
import { mayChangeSettings } from './site-policy'

/** Name, tagline, description, zone, language. */
export async function savePaperAction(_: FormState, form: FormData): Promise<FormState> {
  return save('', form, paperSchema, (input) => input)
}

/** How comments are by default, when they close, and whether they are on at all. */
export async function saveCommentSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  return save('comments', form, commentSettingsSchema, (input) => input)
}

/** Where people reach the newsroom by mail. */
export async function saveContactAction(_: FormState, form: FormData): Promise<FormState> {
  return save('mail', form, contactSchema, (input) => input)
}

/** The links beside the sections; none bring back those that come with the house. */
export async function saveMenuAction(_: FormState, form: FormData): Promise<FormState> {
  return save('menu', form, menuSchema, ({ menu }) => ({ menu: menu.length > 0 ? menu : null }))
}

/** The house's colour. */
export async function saveAccentAction(_: FormState, form: FormData): Promise<FormState> {
  return save('look', form, accentSchema, (accent) => ({ accent }))
}

/** Back to petrol. */
export async function removeAccentAction(): Promise<void> {
  await changeSite(await whoMay('look'), { accent: null })
  redirect(`${paths.settings('look')}?saved`)
}

/** The name in letters again. */
export async function removeLogoAction(): Promise<void> {
  await changeSite(await whoMay('look'), { logo: null, isLogoInverted: false })
  redirect(`${paths.settings('look')}?saved`)
}

/** Whether those who write for the paper must show a second factor. */
export async function saveSecurityAction(form: FormData): Promise<void> {
  await changeSite(await whoMay('security'), { isSecondFactorRequired: form.get('isSecondFactorRequired') === 'on' })
  redirect(`${paths.settings('security')}?saved`)
}

/** Sends a mail, waits for what the mail server says, and shows it. */
export async function testMailAction(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await whoMay('mail')
  try {
    const words = await sendTestMail(viewer, String(form.get('to') ?? ''))
    return { errors: {}, values: { to: String(form.get('to') ?? ''), outcome: words } }
  } catch (error) {
    if (error instanceof MailboxRefused) return refusal(error.message, form, 'to')
    return refusal(`It could not be sent: ${(error as Error).message}`, form)
  }
}

function whoMay(topic: string): Promise<Viewer> {
  return requireRight(mayChangeSettings, paths.settings(topic))
}

async function save<Input>(
  topic: string,
  form: FormData,
  schema: z.ZodType<Input>,
  change: (input: Input) => Partial<Site>,
): Promise<FormState> {
  const viewer = await whoMay(topic)
  const input = schema.safeParse(Object.fromEntries(form))
  if (!input.success) return faultsOf(input.error, form)
  await changeSite(viewer, change(input.data))
  redirect(`${paths.settings(topic)}?saved`)
}
