import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type Column, DataTable } from '@/app/_components/newsroom/data-table'
import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { PageHead, Part } from '@/app/_components/newsroom/page-head'
import { formatDate, type Place, zonedToDate } from '@/lib/dates'
import { mayModerateSomewhere } from '@/lib/moderation/moderation-policy'
import { type DayNumbers, durationWords, type Numbers, type StoryNumbers } from '@/lib/moderation/numbers'
import { numbersByDay, numbersByStory } from '@/lib/moderation/numbers-sql'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'
import { getSite } from '@/lib/site/site-queries'
import '@/app/styles/newsroom-numbers.css'
import { DailyChart } from './daily-chart'

export const metadata: Metadata = { title: 'Comments in numbers' }

/** How many days one can look back over. */
const SPANS = [7, 30, 90] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What was posted, held and rejected, and how long people waited: by day and by story. */
export default async function ModerationNumbersPage({ searchParams }: Props) {
  const viewer = await requireStaff(paths.moderationNumbers())
  if (!mayModerateSomewhere(viewer)) notFound()
  const asked = Number((await searchParams).days)
  const span = SPANS.find((days) => days === asked) ?? 30
  const site = await getSite()
  const [days, stories] = await Promise.all([
    numbersByDay(viewer, span, site.zone),
    numbersByStory(viewer, span, site.zone),
  ])
  const posted = sumOf(days, 'posted')
  return (
    <>
      <PageHead title="Comments in numbers" intro={takeaway(days, span)} />
      <nav className="numbers-spans" aria-label="How far back">
        {SPANS.map((option) => (
          <a
            key={option}
            href={paths.moderationNumbers(option)}
            aria-current={option === span ? 'page' : undefined}
          >{`${option} days`}</a>
        ))}
      </nav>
      {posted === 0 ? (
        <EmptyState title="Nothing was said">Nobody has commented in these days.</EmptyState>
      ) : (
        <>
          <Part title="By day">
            <DailyChart days={days} nameOf={(day) => shortDay(day, site)} />
            <details className="numbers-figures">
              <summary>Figures of each day</summary>
              <DataTable
                isDense
                caption="Comments by day"
                columns={dayColumns(site)}
                rows={days.toReversed()}
                rowKey={({ day }) => day}
              />
            </details>
          </Part>
          <Part title="By story" intro="The stories with the most comments in these days.">
            <DataTable
              isDense
              caption="Comments by story"
              columns={STORY_COLUMNS}
              rows={stories}
              rowKey={({ articleId }) => articleId}
            />
          </Part>
        </>
      )}
    </>
  )
}

function takeaway(days: DayNumbers[], span: number): string {
  const [posted, held, rejected] = [sumOf(days, 'posted'), sumOf(days, 'held'), sumOf(days, 'rejected')]
  if (posted === 0) return `No comments in ${span} days.`
  const share = (part: number) => `${Math.round((part / posted) * 100)} %`
  const comments = posted === 1 ? '1 comment' : `${posted.toLocaleString('en-GB')} comments`
  return `${comments} in ${span} days: ${share(held)} were held for a moderator, ${share(rejected)} were rejected.`
}

const NUMBER_COLUMNS: Column<Numbers>[] = [
  { head: 'Posted', isNumber: true, cell: ({ posted }) => posted.toLocaleString('en-GB') },
  { head: 'Held', isNumber: true, cell: ({ held }) => held.toLocaleString('en-GB') },
  { head: 'Rejected', isNumber: true, cell: ({ rejected }) => rejected.toLocaleString('en-GB') },
  {
    head: 'Median time to decision',
    isNumber: true,
    cell: ({ medianWait }) => (medianWait === null ? '–' : durationWords(medianWait)),
  },
]

function dayColumns(place: Place): Column<DayNumbers>[] {
  return [{ head: 'Day', isName: true, cell: ({ day }) => dayWords(day, place) }, ...NUMBER_COLUMNS]
}

const STORY_COLUMNS: Column<StoryNumbers>[] = [
  {
    head: 'Story',
    isName: true,
    cell: ({ headline, section, slug }) => <a href={paths.article({ slug, section: { slug: section } })}>{headline}</a>,
  },
  ...NUMBER_COLUMNS,
]

function sumOf(days: DayNumbers[], what: 'posted' | 'held' | 'rejected'): number {
  return days.reduce((sum, numbers) => sum + numbers[what], 0)
}

function dayWords(day: string, place: Place): string {
  return formatDate(zonedToDate(`${day}T12:00:00`, place.zone) as Date, place)
}

function shortDay(day: string, place: Place): string {
  return dayWords(day, place).replace(/ \d{4}$/, '')
}
