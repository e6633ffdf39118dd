import { EmptyState } from '@/app/_components/newsroom/empty-state'
import { Part } from '@/app/_components/newsroom/page-head'
import type { Place } from '@/lib/dates'
import { type NumbersFilter, numbersQuery, PERIODS, type ReadingNumbers, shareOf } from '@/lib/numbers/numbers'
import { paths } from '@/lib/paths'
import { BarChart } from './bar-chart'
import { Export, Figures, Table } from './figures'
import { SourceChart } from './source-chart'
import { depthColumns, depthRows, sectionColumns, sourceColumns, storyColumns } from './tables'
import { DaysPart } from './time-parts'

/** Articles that the page lists; the file has them all. */
const MOST_STORIES = 50
const MOST_SOURCES = 30

type Props = { numbers: ReadingNumbers; filter: NumbersFilter; place: Place }

/** Everything that is known of how much is read. */
export function NumbersView(props: Props) {
  const { numbers, filter } = props
  const { total, sections, stories } = numbers
  if (total === 0 && !numbers.lastHour?.total)
    return (
      <EmptyState title="Nothing was read">
        Views appear here within seconds. Nobody has opened an article in this time.
      </EmptyState>
    )
  const highest = stories[0]?.views ?? 0
  return (
    <>
      <DaysPart {...props} />
      {filter.articleId === null && (
        <Part
          title="Most read"
          intro={stories.length > MOST_STORIES && `The first ${MOST_STORIES} of ${stories.length}.`}
        >
          <Table
            caption="Most read"
            columns={storyColumns(filter, highest)}
            rows={stories.slice(0, MOST_STORIES)}
            rowKey={({ id }) => id}
          />
          <Export filter={filter} table="stories" />
        </Part>
      )}
      {filter.articleId === null && !filter.section && (
        <Part title="Sections">
          <Table
            caption="Sections"
            columns={sectionColumns(filter, sections[0]?.views ?? 0, total)}
            rows={sections}
            rowKey={({ slug }) => slug}
          />
          <Export filter={filter} table="sections" />
        </Part>
      )}
      <SourcesPart {...props} />
      <DepthPart {...props} />
    </>
  )
}

/** The stretches of time that one can look at. */
export function Periods({ filter }: { filter: NumbersFilter }) {
  return (
    <nav className="numbers-spans" aria-label="How far back">
      {PERIODS.map((days) => (
        <a
          key={days}
          href={paths.numbers(numbersQuery({ ...filter, days }), filter.articleId)}
          aria-current={days === filter.days ? 'page' : undefined}
        >
          {days === 1 ? 'Today' : `${days} days`}
        </a>
      ))}
    </nav>
  )
}

function SourcesPart({ numbers: { sources }, filter }: Props) {
  const total = sources.reduce((sum, { views }) => sum + views, 0)
  if (total === 0) return null
  return (
    <Part title="Where from" intro="What browsers say of the page that led here. Many say nothing.">
      <SourceChart sources={sources} />
      <Figures of="each source">
        <Table
          caption="Sources"
          columns={sourceColumns(sources[0]?.views ?? 0, total)}
          rows={sources.slice(0, MOST_SOURCES)}
          rowKey={({ source }) => source}
        />
        <Export filter={filter} table="sources" />
      </Figures>
    </Part>
  )
}

function DepthPart({ numbers: { depth } }: Props) {
  if (depth.opened === 0) return null
  const rows = depthRows(depth)
  const takeaway = `${shareOf(depth.half, depth.opened)} came to the half, ${shareOf(depth.whole, depth.opened)} to the end.`
  return (
    <Part title="How far it was read" intro="As devices with JavaScript say when a page is left.">
      <BarChart
        title="How far it was read"
        takeaway={takeaway}
        bars={rows.map(({ name, count }) => ({ name, value: count, words: name }))}
      />
      <Figures of="each step">
        <Table caption="How far" columns={depthColumns(depth.opened)} rows={rows} rowKey={({ name }) => name} />
      </Figures>
    </Part>
  )
}
