import { COMMENT_OPTIONS } from '../options'

/** What stands in the fields of the publish form. */
export type Terms = {
  when: string
  at: string
  embargoUntil: string
  takeDownAt: string
  comments: string
  kind: string
}

type About = { section: string; zone: string; isPublished: boolean }

const COMMENTS: Record<string, string> = {
  open: 'with comments open',
  premoderated: 'with comments checked before they appear',
  closed: 'with comments closed',
}

/** The one sentence that says what a button will do, and the button's verb. */
export function sentenceOf(terms: Terms, about: About): { words: string; verb: string } {
  const comments = COMMENTS[terms.comments] ?? COMMENT_OPTIONS[0].label
  const until = [
    terms.embargoUntil && `nobody sees it before ${timeOf(terms.embargoUntil, about)}`,
    terms.takeDownAt && `it is taken down on ${timeOf(terms.takeDownAt, about)}`,
  ].filter(Boolean)
  const more = until.length > 0 ? `; ${until.join(', and ')}` : ''
  if (about.isPublished)
    return {
      words: `${CHANGES[terms.kind] ?? CHANGES.minor} ${more ? `It stays ${comments}${more}.` : `It stays ${comments}.`}`,
      verb: 'Publish the change',
    }
  if (terms.when === 'at') {
    const at = terms.at ? timeOf(terms.at, about) : 'the time that you choose'
    return { words: `This will go live on ${at} in ${about.section}, ${comments}${more}.`, verb: 'Schedule' }
  }
  return { words: `This will go live now in ${about.section}, ${comments}${more}.`, verb: 'Publish now' }
}

const CHANGES: Record<string, string> = {
  minor: 'Readers get the changed text now, without a new time.',
  update: 'Readers get the changed text now, with a new time and what changed.',
  clarification: 'Readers get the changed text now, with the clarification under it.',
  correction: 'Readers get the changed text now, with the correction above it and in the list of corrections.',
}

/** The day and time of a field, which are the newsroom's already. */
function timeOf(local: string, { zone }: About): string {
  const moment = new Date(`${local.slice(0, 16)}Z`)
  if (Number.isNaN(moment.getTime())) return 'the time that you choose'
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return `${day.format(moment)} at ${local.slice(11, 16)} (${zone})`
}
