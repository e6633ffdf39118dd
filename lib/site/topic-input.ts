import { z } from 'zod'
import { isSlug } from '../articles/slug'
import { RESERVED_WORDS } from '../paths'
import { lines, oneLine } from '../plain-text'

const slug = z.string().trim().refine(isSlug, {
  error: 'An address takes small letters and digits, with hyphens between words.',
})

/** A section, as its form sends it. */
export const sectionSchema = z.object({
  name: oneLine({ label: 'The name', min: 1, max: 60 }),
  slug: slug.refine((text) => !RESERVED_WORDS.has(text), {
    error: 'This word is an address of the paper’s own: choose another.',
  }),
  description: lines({ label: 'The description', max: 400 }),
  kind: z.enum(['news', 'opinion'], { error: 'Choose what the section holds.' }),
})

export type SectionEntry = z.output<typeof sectionSchema>

/** A tag, as its form sends it. */
export const tagSchema = z.object({
  name: oneLine({ label: 'The name', min: 1, max: 60 }),
  slug,
  description: lines({ label: 'The description', max: 400 }),
})

export type TagEntry = z.output<typeof tagSchema>
