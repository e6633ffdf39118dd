import type { SectionName } from './numbers'

/** How many minutes are drawn. */
export const MINUTES = 60

export type StoryOfHour = {
  id: number
  headline: string
  slug: string
  section: SectionName
  views: number
  /** In the sixty minutes before. */
  before: number
}

/** What is read at this moment. */
export type LastHour = {
  /** Views in each of the last sixty minutes, the running one last. */
  minutes: number[]
  total: number
  /** Views in the sixty minutes before. */
  before: number
  /** Those read the most, from the most viewed to the least. */
  stories: StoryOfHour[]
}

/** What the last hour comes to, in one sentence. */
export function lastHourTakeaway({ total, before }: LastHour): string {
  const views = total === 1 ? '1 view' : `${total.toLocaleString('en-GB')} views`
  return `${views} in the last 60 minutes, ${changeWords(total, before, 'the 60 minutes before')}.`
}

/** How a number stands to an earlier one: “▲ 12 more than in …”. The words say what the sign does. */
export function changeWords(present: number, before: number, than: string): string {
  const difference = Math.abs(present - before).toLocaleString('en-GB')
  if (present === before) return `as many as in ${than}`
  return present > before ? `▲ ${difference} more than in ${than}` : `▼ ${difference} fewer than in ${than}`
}
