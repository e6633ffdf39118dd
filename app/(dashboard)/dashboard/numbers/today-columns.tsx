import type { Column } from '@/app/_components/newsroom/data-table'
import { changeWords, type StoryOfHour } from '@/lib/numbers/last-hour'
import { numbersQuery } from '@/lib/numbers/numbers'
import type { UsualDay, UsualHour } from '@/lib/numbers/usual-day'
import { drawnColumn, figure, storyColumn } from './tables'

type MinuteRow = { ago: number; views: number }

export const MINUTE_COLUMNS: Column<MinuteRow>[] = [
  { head: 'Minute', isName: true, cell: ({ ago }) => (ago === 0 ? 'This minute' : `${ago} ago`) },
  { head: 'Views', isNumber: true, cell: ({ views }) => figure(views) },
]

export function hourStoryColumns(highest: number): Column<StoryOfHour>[] {
  return [
    storyColumn<StoryOfHour>(numbersQuery({ days: 1, section: '' })),
    drawnColumn<StoryOfHour>(highest, 'wide'),
    { head: 'Views', isNumber: true, cell: ({ views }) => figure(views) },
    { head: 'Change', cell: ({ views, before }) => changeWords(views, before, 'the hour before') },
  ]
}

export function usualColumns({ weekday, compared }: UsualDay): Column<UsualHour>[] {
  const earlier: Column<UsualHour> = {
    head: compared === 1 ? `Last ${weekday}` : `Last ${compared} ${weekday}s`,
    isNumber: true,
    cell: ({ lowest, highest }) => (lowest === highest ? figure(lowest) : `${figure(lowest)} to ${figure(highest)}`),
  }
  return [
    { head: 'Hour', isName: true, cell: ({ hour }) => `${hour}:00` },
    { head: 'Today', isNumber: true, cell: ({ today }) => (today === null ? '–' : figure(today)) },
    ...(compared > 0 ? [earlier] : []),
  ]
}
