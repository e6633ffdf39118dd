import type { ArticleContent } from '../merge/merge-content'

/**
 * The fields of an article as those of a form, all of them lines of text: what the page is drawn with, what the browser
 * sends, and what the editor's script reads while somebody types.
 */

export type FormFields = Omit<ArticleContent, 'body'>
export type FormValues = Record<string, string>

/** Fields that are what they say. */
const PLAIN = [
  'headline',
  'standfirst',
  'kicker',
  'dateline',
  'contributors',
  'section',
  'kind',
  'language',
  'direction',
  'comments',
  'seoTitle',
  'seoDescription',
  'socialHeadline',
] as const

/** Lists with one item a line, as their items may hold commas. */
const LINES = ['bylines', 'keyPoints', 'related'] as const

export function formValues(content: FormFields): FormValues {
  const values: FormValues = { slug: content.slug ?? '', tags: content.tags.map((tag) => `#${tag}`).join(', ') }
  for (const name of PLAIN) values[name] = content[name]
  for (const name of LINES) values[name] = content[name].join('\n')
  const { leadImage } = content
  values.leadMedia = leadImage ? String(leadImage.media) : ''
  values.leadAlt = leadImage?.alt ?? ''
  values.leadCaption = leadImage?.caption ?? ''
  values.leadCredit = leadImage?.credit ?? ''
  return values
}

/**
 * The fields that a form holds, not yet checked.
 *
 * @param get the value of a field by its name; null for one that the form lacks, which stays as it was
 */
export function fieldsFrom(get: (name: string) => string | null, was: FormFields): FormFields {
  const fields: Record<string, unknown> = { ...was }
  for (const name of PLAIN) fields[name] = oneLine(get(name)) ?? was[name]
  for (const name of LINES) fields[name] = linesOf(get(name)) ?? was[name]
  fields.slug = get('slug') === null ? was.slug : get('slug')?.trim() || null
  fields.tags = tagsOf(get('tags')) ?? was.tags
  const leadMedia = get('leadMedia')
  if (leadMedia !== null) fields.leadImage = leadImageOf(leadMedia, get)
  return fields as FormFields
}

function leadImageOf(media: string, get: (name: string) => string | null): FormFields['leadImage'] {
  if (!/^\d{1,15}$/.test(media.trim())) return null
  const words = (name: string) => oneLine(get(name)) ?? ''
  return { media: Number(media), alt: words('leadAlt'), caption: words('leadCaption'), credit: words('leadCredit') }
}

/** A browser sends the ends of lines as CR LF (HTML, “constructing the entry list”). */
function oneLine(text: string | null): string | null {
  return text === null ? null : text.replaceAll(/\r\n?/g, '\n').trim()
}

function linesOf(text: string | null): string[] | null {
  if (text === null) return null
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Tags part by commas, lines, or the sign before each; in one without signs, spaces belong to it. */
function tagsOf(text: string | null): string[] | null {
  if (text === null) return null
  const tags = text
    .split(/[,\r\n]+|\s+(?=#)/)
    .map((tag) => tag.trim().replace(/^#+/, '').trim())
    .filter(Boolean)
  return [...new Set(tags)]
}
