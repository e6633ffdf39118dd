import type { Column } from '@/app/_components/newsroom/data-table'
import { formatDate, type Place, zonedToDate } from '@/lib/dates'
import {
  type Depth,
  type NumbersFilter,
  numbersQuery,
  type ReadingNumbers,
  type SectionViews,
  type SourceViews,
  type StoryViews,
  shareOf,
  sourceName,
} from '@/lib/numbers/numbers'
import { paths } from '@/lib/paths'
import { ShareBar } from './share-bar'

type DayRow = ReadingNumbers['days'][number]
type HourRow = { hour: string; views: number }

export const figure = (value: number) => value.toLocaleString('en-GB')

/** A day of the newsroom's, such as “24 Nov 2026”. */
export function dayWords(day: string, place: Place): string {
  return formatDate(zonedToDate(`${day}T12:00:00`, place.zone) as Date, place)
}

export function dayColumns(place: Place, hasReaders: boolean): Column<DayRow>[] {
  const readers: Column<DayRow> = {
    head: 'Readers, about',
    isNumber: true,
    cell: ({ readers: count }) => figure(count ?? 0),
  }
  return [
    { head: 'Day', isName: true, cell: ({ day }) => dayWords(day, place) },
    { head: 'Views', isNumber: true, cell: ({ views }) => figure(views) },
    ...(hasReaders ? [readers] : []),
  ]
}

export const HOUR_COLUMNS: Column<HourRow>[] = [
  { head: 'Hour', isName: true, cell: ({ hour }) => `${hour}:00` },
  { head: 'Views', isNumber: true, cell: ({ views }) => figure(views) },
]

export function sectionColumns(filter: NumbersFilter, highest: number, total: number): Column<SectionViews>[] {
  return [
    {
      head: 'Section',
      isName: true,
      cell: ({ slug, name }) => <a href={paths.numbers(numbersQuery({ ...filter, section: slug }))}>{name}</a>,
    },
    ...viewColumns<SectionViews>(highest, total),
  ]
}

export function sourceColumns(highest: number, total: number): Column<SourceViews>[] {
  return [
    { head: 'Source', isName: true, cell: ({ source }) => sourceName(source) },
    ...viewColumns<SourceViews>(highest, total),
  ]
}

function viewColumns<Row extends { views: number }>(highest: number, total: number): Column<Row>[] {
  return [
    drawnColumn<Row>(highest, 'medium'),
    { head: 'Views', isNumber: true, cell: ({ views }) => figure(views) },
    { head: 'Share', isNumber: true, cell: ({ views }) => shareOf(views, total) },
  ]
}

export function storyColumns({ days }: NumbersFilter, highest: number): Column<StoryViews>[] {
  return [
    storyColumn<StoryViews>(numbersQuery({ days, section: '' })),
    drawnColumn<StoryViews>(highest, 'wide'),
    { head: 'Views', isNumber: true, cell: ({ views }) => figure(views) },
    { head: 'Read to the end', isNumber: true, cell: ({ whole, opened }) => shareOf(whole, opened) },
  ]
}

/** An article by its headline, with its section. @param query of the page that its own numbers are on */
export function storyColumn<Row extends Pick<StoryViews, 'id' | 'headline' | 'section'>>(query: string): Column<Row> {
  return {
    head: 'Article',
    isName: true,
    cell: ({ id, headline, section }) => (
      <>
        <a href={paths.numbers(query, id)}>{headline}</a>
        <small className="numbers-of">{section.name}</small>
      </>
    ),
  }
}

/** Views as a part of the most that a row has. */
export function drawnColumn<Row extends { views: number }>(
  highest: number,
  from: NonNullable<Column<Row>['from']>,
): Column<Row> {
  return { head: 'Drawn', isHeadHidden: true, from, cell: ({ views }) => <ShareBar value={views} highest={highest} /> }
}

export type DepthRow = { name: string; count: number }

/** The steps of how far was read, from the first to the last. */
export function depthRows({ opened, quarter, half, threeQuarters, whole }: Depth): DepthRow[] {
  return [
    { name: 'Opened', count: opened },
    { name: 'A quarter', count: quarter },
    { name: 'Half', count: half },
    { name: 'Three quarters', count: threeQuarters },
    { name: 'To the end', count: whole },
  ]
}

export function depthColumns(opened: number): Column<DepthRow>[] {
  return [
    { head: 'Read', isName: true, cell: ({ name }) => name },
    { head: 'Times', isNumber: true, cell: ({ count }) => figure(count) },
    { head: 'Share', isNumber: true, cell: ({ count }) => shareOf(count, opened) },
  ]
}
