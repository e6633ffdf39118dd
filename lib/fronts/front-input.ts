import { z } from 'zod'
import { isSeen, ONE_LINE } from '../plain-text'
import type { Backfill, Overrides, SlotName } from './arrangement'

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const words = (longest: number, name: string) =>
  z
    .string()
    .trim()
    .max(longest, `The ${name} is over ${longest} characters.`)
    .regex(ONE_LINE, `The ${name} is one line of plain text.`)
    .transform((text) => (isSeen(text) ? text : null))

export const frontNameSchema = z.string().min(1).max(100)

const containerSchema = z.enum(['lead', 'news', 'opinion'])

/** Which card is meant: the fields `container` and `article`. */
export const slotNameSchema = z.object({ container: containerSchema, articleId: id }) satisfies z.ZodType<SlotName>

/** Where to: `news:0` is the top of the news. */
export const destinationSchema = z
  .string()
  .regex(/^(lead|news|opinion):\d{1,3}$/, 'Choose where to move it.')
  .transform((text) => {
    const [container, position] = text.split(':')
    return { container: containerSchema.parse(container), position: Number(position) }
  })

/** What the front says in an article's stead. */
export const overridesSchema = z
  .object({
    size: z.enum(['lead', 'big', 'standard']),
    headline: words(200, 'headline'),
    trail: words(400, 'trail'),
    kicker: words(60, 'kicker'),
    /** `own`, `none`, or a picture's id. */
    picture: z.union([z.literal('own'), z.literal('none'), id]),
    sublinks: z.array(id).max(4, 'Four links below a story are the most.'),
  })
  .transform(({ picture, ...rest }): Overrides => {
    const isOther = typeof picture === 'number'
    return { ...rest, picture: isOther ? 'other' : picture, imageId: isOther ? picture : null }
  })

/** What fills up a container. */
export const backfillSchema = z
  .object({ section: z.string().trim().max(100), tag: z.string().trim().toLowerCase().max(100) })
  .transform(({ section, tag }): Backfill => ({ ...(section && { section }), ...(tag && { tag }) }))

/** What a strip says. */
export const breakingNewsSchema = z.object({
  text: z
    .string()
    .trim()
    .max(160, 'The strip holds 160 characters.')
    .regex(ONE_LINE, 'The strip is one line of plain text.')
    .refine(isSeen, 'Write what is breaking.'),
  articleId: z.preprocess((value) => (value === '' || value === null ? null : value), id.nullable()),
  hours: z.coerce.number().int().min(1).max(24),
})
