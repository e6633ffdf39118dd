import { Part } from '@/app/_components/newsroom/page-head'
import { type LastHour, lastHourTakeaway, MINUTES } from '@/lib/numbers/last-hour'
import type { UsualDay } from '@/lib/numbers/usual-day'
import { BarChart } from './bar-chart'
import { Figures, Table } from './figures'
import { hourStoryColumns, MINUTE_COLUMNS, usualColumns } from './today-columns'
import { UsualChart } from './usual-chart'

/** What is read now: each of the last sixty minutes, and the articles of them. */
export function LastHourPart({ lastHour, isOneArticle }: { lastHour: LastHour; isOneArticle: boolean }) {
  const { minutes, stories } = lastHour
  const ago = minutes.map((views, index) => ({ ago: MINUTES - 1 - index, views }))
  return (
    <Part title="Right now">
      <BarChart
        isLow
        title="Views by minute"
        takeaway={lastHourTakeaway(lastHour)}
        bars={ago.map(({ ago: minute, views }) => ({
          name: String(minute),
          value: views,
          words: minute === 0 ? 'Now' : `${minute} minutes ago`,
        }))}
      />
      <Figures of="each minute">
        <Table
          caption="Views by minute"
          columns={MINUTE_COLUMNS}
          rows={ago.toReversed()}
          rowKey={({ ago: minute }) => minute}
        />
      </Figures>
      {!isOneArticle && stories.length > 0 && (
        <Table
          caption="Read in the last 60 minutes"
          columns={hourStoryColumns(stories[0]?.views ?? 0)}
          rows={stories}
          rowKey={({ id }) => id}
        />
      )}
    </Part>
  )
}

/** Whether today is like other days of its name. */
export function UsualPart({ usual }: { usual: UsualDay }) {
  return (
    <Part title="Is this normal?">
      <UsualChart usual={usual} />
      <Figures of="each hour">
        <Table caption="Views by hour" columns={usualColumns(usual)} rows={usual.hours} rowKey={({ hour }) => hour} />
      </Figures>
    </Part>
  )
}
