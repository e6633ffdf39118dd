import { z } from 'zod'
import { MailboxRefused, mailboxOf } from '../people/mailbox'
import { lines, oneLine } from '../plain-text'
import { readable, weakSpot } from './accent'
import { isTimeZone } from './site'

/** What the forms of the settings send, each a topic of its own. */

export const paperSchema = z.object({
  name: oneLine({ label: 'The name', min: 1, max: 80 }),
  tagline: oneLine({ label: 'The tagline', max: 160 }),
  description: oneLine({ label: 'The description', max: 400 }),
  zone: z.string().refine(isTimeZone, { error: 'Choose a time zone from the list.' }),
  language: z.string().trim().refine(isLanguage, {
    error: 'A language is written as its code, such as en, de or pt-BR.',
  }),
})

export const commentSettingsSchema = z.object({
  commentsAreOn: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  commentMode: z.enum(['open', 'premoderated', 'closed'], { error: 'Choose how comments are on a new article.' }),
  commentsCloseAfterDays: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, { error: 'The days are a whole number up to 3650, or empty for never.' })
    .transform(Number)
    .refine((days) => days <= 3650, { error: 'The days are a whole number up to 3650, or empty for never.' }),
  commentRules: lines({ label: 'The rules', max: 4000 }),
})

export const contactSchema = z.object({
  contact: z
    .string()
    .trim()
    .refine((address) => address === '' || isMailbox(address), {
      error: 'The contact address is one e-mail address, such as desk@example.com, or nothing.',
    }),
})

function isMailbox(address: string): boolean {
  try {
    return mailboxOf(address) !== ''
  } catch (error) {
    if (error instanceof MailboxRefused) return false
    throw error
  }
}

const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, { error: 'A colour is written as # and six digits or letters a to f.' })

/** A colour in which text can be read on every surface; the error says where it cannot, and offers one that can. */
const readableColour = (mode: 'light' | 'dark') =>
  colour.superRefine((value, context) => {
    if (!/^#[0-9a-f]{6}$/.test(value)) return
    const weak = weakSpot(value, mode)
    if (!weak) return
    const message = `On ${weak.surface} the ${mode} colour has a contrast of ${weak.ratio.toFixed(1)} : 1; text needs 4.5 : 1. ${readable(value, mode)} is near and can be read.`
    context.addIssue({ code: 'custom', message })
  })

export const accentSchema = z.object({ light: readableColour('light'), dark: readableColour('dark') })

/** One link of the menu on each line: what it is called, a bar, where it leads. */
export const menuSchema = z.object({
  menu: z.string().transform((text, context) => {
    const typed = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (typed.length > 20)
      context.addIssue({ code: 'custom', message: `The menu takes 20 links, not ${typed.length}.` })
    return typed.map((line) => menuLink(line, context)).filter((link) => link !== null)
  }),
})

function menuLink(line: string, context: z.RefinementCtx): { label: string; address: string } | null {
  const bar = line.lastIndexOf('|')
  const label = line.slice(0, bar).trim()
  const address = line.slice(bar + 1).trim()
  const name = oneLine({ label: 'A name', min: 1, max: 40 }).safeParse(label)
  if (bar < 0 || !name.success) {
    context.addIssue({
      code: 'custom',
      message: `“${line.slice(0, 60)}” is no link: write its name, a bar (|) and its address.`,
    })
    return null
  }
  if (!isMenuAddress(address)) {
    context.addIssue({
      code: 'custom',
      message: `“${address.slice(0, 60)}” is no address: write a path of this site such as /latest, or one that begins with https://.`,
    })
    return null
  }
  return { label: name.data, address }
}

/** A path of this site, or another site over https; nothing that would run. */
function isMenuAddress(address: string): boolean {
  if (address.length > 500 || /[\s\p{Cc}\\<>"]/u.test(address)) return false
  if (address.startsWith('/')) return !address.startsWith('//')
  return address.startsWith('https://') && URL.canParse(address)
}

function isLanguage(code: string): boolean {
  try {
    return code.length <= 35 && Intl.getCanonicalLocales(code)[0] === code
  } catch {
    return false
  }
}
