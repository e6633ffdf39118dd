import { Part } from '@/app/_components/newsroom/page-head'
import type { Place } from '@/lib/dates'
import type { NumbersFilter, ReadingNumbers } from '@/lib/numbers/numbers'
import { BarChart } from './bar-chart'
import { Export, Figures, Table } from './figures'
import { dayColumns, dayWords, HOUR_COLUMNS } from './tables'
import { LastHourPart, UsualPart } from './today-parts'

type Props = { numbers: ReadingNumbers; filter: NumbersFilter; place: Place }

/** When was read: by day, and by the hours of the clock. */
export function DaysPart(props: Props) {
  const { numbers, filter } = props
  return (
    <>
      {filter.days > 1 && <ByDay {...props} />}
      {numbers.lastHour && <LastHourPart lastHour={numbers.lastHour} isOneArticle={filter.articleId !== null} />}
      {numbers.usual && <UsualPart usual={numbers.usual} />}
      {numbers.hours && filter.days > 1 && <ByHour hours={numbers.hours} />}
      {filter.days === 1 && numbers.days[0]?.readers != null && (
        <p className="desk-intro">{`About ${numbers.days[0].readers.toLocaleString('en-GB')} readers today.`}</p>
      )}
    </>
  )
}

function ByDay({ numbers: { days }, filter, place }: Props) {
  const peak = days.reduce((best, day) => (day.views > best.views ? day : best))
  const takeaway = `Most on ${dayWords(peak.day, place)}, with ${peak.views.toLocaleString('en-GB')}.`
  const hasReaders = days.some(({ readers }) => readers !== null)
  return (
    <Part title="By day">
      <BarChart
        title="Views by day"
        takeaway={takeaway}
        bars={days.map(({ day, views }) => ({ name: day, value: views, words: shortDay(day, place) }))}
      />
      <Figures of="each day">
        <Table
          caption="Views by day"
          columns={dayColumns(place, hasReaders)}
          rows={days.toReversed()}
          rowKey={({ day }) => day}
        />
        <Export filter={filter} table="days" />
      </Figures>
    </Part>
  )
}

function ByHour({ hours }: { hours: NonNullable<ReadingNumbers['hours']> }) {
  const peak = hours.reduce((best, hour) => (hour.views > best.views ? hour : best))
  const takeaway = `Most between ${peak.hour}:00 and ${peak.hour}:59, with ${peak.views.toLocaleString('en-GB')}.`
  return (
    <Part title="By hour of the day">
      <BarChart
        title="Views by hour"
        takeaway={takeaway}
        bars={hours.map(({ hour, views }) => ({ name: hour, value: views, words: `${hour}:00` }))}
      />
      <Figures of="each hour">
        <Table caption="Views by hour" columns={HOUR_COLUMNS} rows={hours} rowKey={({ hour }) => hour} />
      </Figures>
    </Part>
  )
}

function shortDay(day: string, place: Place): string {
  return dayWords(day, place).replace(/ \d{4}$/, '')
}
