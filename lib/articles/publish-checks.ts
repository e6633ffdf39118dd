import type { ArticleBody, Picture } from './article-body'
import type { ArticleInput } from './article-input'
import { plainText } from './body-text'

/**
 * What is looked at before an article goes out. Pure functions over an article and what is known of what it names, so
 * that the editor's panel, the publish page and every door of the server say the same.
 */

/** What keeps an article from going out, or what an editor should know of. */
export type Finding = {
  level: 'blocking' | 'warning'
  /** Which rule, and for which thing: `alt:12`. What was waived once is known again by it. */
  key: string
  words: string
  /** The field that it is about: the name of one of the article's, or `body`. */
  field: string
}

/** What the newsroom knows of a picture. */
export type KnownPicture = {
  id: number
  name: string
  alt: string
  decorative: boolean
  credit: string
  licence: string
  licenceEndsAt: Date | null
}

export type CheckFacts = {
  text: ArticleInput
  isSectionKnown: boolean
  pictures: ReadonlyMap<number, KnownPicture>
  /** Addresses of this site that the text links to and that lead nowhere for readers. */
  deadLinks: readonly string[]
  /** It had a lead picture that was deleted since. */
  isLeadGone?: boolean
  /** Notes of colleagues on the text that nobody has resolved. */
  openNotes: number
  /** When it is to go out: a licence must last until then. */
  at: Date
}

/** A placeholder for what is still to come, as newsrooms write it: letters that no word of a finished text has. */
const TO_COME = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/u
/** How many characters of a headline are read at a glance. */
export const LONGEST_HEADLINE = 70
const SOON = 7 * 86_400_000

/** Everything that there is to say of an article before it goes out; what blocks comes first. */
export function findingsOf(facts: CheckFacts): Finding[] {
  const found = [
    ...checkWords(facts),
    ...checkPlaceholders(facts.text),
    ...checkPictures(facts),
    ...facts.deadLinks.map((address) => blocking(`link:${address}`, `The link to ${address} leads nowhere.`, 'body')),
    ...adviseOn(facts),
  ]
  const once = [...new Map(found.map((finding) => [finding.key, finding])).values()]
  return [...once.filter(isBlocking), ...once.filter((finding) => !isBlocking(finding))]
}

export function isBlocking({ level }: Finding): boolean {
  return level === 'blocking'
}

function checkWords({ text, isSectionKnown }: CheckFacts): Finding[] {
  const { headline, bylines, body } = text
  return [
    headline.trim() === '' && blocking('headline', 'There is no headline.', 'headline'),
    !isSectionKnown && blocking('section', 'It is in no section.', 'section'),
    bylines.length === 0 && blocking('byline', 'Nobody is named as its author.', 'bylines'),
    plainText(body).trim() === '' && mediaOf(text).length === 0 && blocking('body', 'There is no text.', 'body'),
  ].filter((finding) => finding !== false)
}

function checkPlaceholders(text: ArticleInput): Finding[] {
  const { headline, standfirst, kicker, dateline, contributors, keyPoints, body } = text
  const fields: Record<string, string> = {
    ...{ headline, standfirst, kicker, dateline, contributors, keyPoints: keyPoints.join('\n') },
    body: [plainText(body), ...mediaOf(text).flatMap(({ alt, caption, credit }) => [alt, caption, credit])].join('\n'),
  }
  return Object.entries(fields).flatMap(([field, words]) =>
    TO_COME.test(words) ? [blocking(`tk:${field}`, `“TK” still stands in the ${nameOf(field)}.`, field)] : [],
  )
}

function checkPictures({ text, pictures, at }: CheckFacts): Finding[] {
  return mediaOf(text).flatMap((picture) => {
    const { media: id, field } = picture
    const known = pictures.get(id)
    if (!known)
      return [
        blocking(`picture:${id}`, `Picture ${id} was deleted from the library: choose another, or take it out.`, field),
      ]
    const name = `The picture “${known.name}”`
    const { licenceEndsAt: ends } = known
    // The page takes the library's words for the lead picture, and for no other.
    const alt = picture.alt || (field === 'leadImage' ? known.alt : '')
    return [
      !known.decorative &&
        alt.trim() === '' &&
        blocking(`alt:${id}`, `${name} has no alt text, and is not marked as decorative.`, field),
      !(picture.credit || known.credit).trim() && blocking(`credit:${id}`, `${name} names nobody who made it.`, field),
      !known.licence.trim() && blocking(`licence:${id}`, `${name} has no licence.`, field),
      ends !== null &&
        ends <= at &&
        blocking(`licence-ended:${id}`, `The licence of “${known.name}” ends before.`, field),
      ends !== null &&
        ends > at &&
        ends.getTime() - at.getTime() < SOON &&
        warning(`licence-ends:${id}`, `The licence of “${known.name}” ends within a week.`, field),
    ].filter((finding) => finding !== false)
  })
}

function adviseOn({ text, openNotes, isLeadGone = false }: CheckFacts): Finding[] {
  const { headline, standfirst, tags, leadImage } = text
  const length = [...headline].length
  return [
    length > LONGEST_HEADLINE &&
      warning(
        'long-headline',
        `The headline has ${length} characters; ${LONGEST_HEADLINE} are read at a glance.`,
        'headline',
      ),
    standfirst.trim() === '' && warning('standfirst', 'There is no standfirst.', 'standfirst'),
    tags.length === 0 && warning('tags', 'It has no tags.', 'tags'),
    leadImage === null &&
      warning('lead-image', isLeadGone ? 'Its lead picture was deleted.' : 'It has no lead picture.', 'leadImage'),
    openNotes > 0 &&
      warning('notes', `${openNotes === 1 ? 'A note is' : `${openNotes} notes are`} not resolved.`, 'notes'),
  ].filter((finding) => finding !== false)
}

type Shown = Picture & { field: string }

/** Every picture that readers would see, as the article describes it in each place. */
function mediaOf({ leadImage, body }: ArticleInput): Shown[] {
  const shown: Shown[] = leadImage ? [{ ...leadImage, field: 'leadImage' }] : []
  visitPictures(body, (picture) => shown.push({ ...picture, field: 'body' }))
  return shown
}

function visitPictures(body: ArticleBody, see: (picture: Picture) => void): void {
  const visit = (node: unknown): void => {
    const { type, attrs, content } = node as { type: string; attrs?: Record<string, unknown>; content?: unknown[] }
    if (type === 'image') see(attrs as Picture)
    if (type === 'gallery') for (const picture of (attrs?.pictures ?? []) as Picture[]) see(picture)
    for (const child of content ?? []) visit(child)
  }
  visit(body)
}

/** The addresses that a text links to, each once. */
export function linksIn({ body }: ArticleInput): string[] {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    const { marks, content } = node as { marks?: { type: string; attrs?: { href: string } }[]; content?: unknown[] }
    for (const { type, attrs } of marks ?? []) if (type === 'link' && attrs) found.add(attrs.href)
    for (const child of content ?? []) visit(child)
  }
  visit(body)
  return [...found]
}

const NAMES: Record<string, string> = { keyPoints: 'key points', contributors: 'contributors’ line', body: 'text' }

function nameOf(field: string): string {
  return NAMES[field] ?? field
}

function blocking(key: string, words: string, field: string): Finding {
  return { level: 'blocking', key, words, field }
}

function warning(key: string, words: string, field: string): Finding {
  return { level: 'warning', key, words, field }
}
