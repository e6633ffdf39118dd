import type { ReactNode } from 'react'
import { ChartFrame, HEIGHT, WIDTH } from '@/app/_components/newsroom/chart-frame'
import { type UsualDay, usualTakeaway } from '@/lib/numbers/usual-day'

/** Today as a line over the band that the same weekday had before. The hour that is running is not over: it is dashed. */
export function UsualChart({ usual }: { usual: UsualDay }) {
  const { hours, running, weekday, compared } = usual
  const highest = Math.max(1, ...hours.flatMap(({ today, highest: most }) => [today ?? 0, most]))
  const step = WIDTH / hours.length
  const point = (value: number, index: number) =>
    `${round((index + 0.5) * step)},${round(HEIGHT - (value / highest) * HEIGHT)}`
  const over = hours.filter(({ hour }) => hour < running).map(({ today }, index) => point(today ?? 0, index))
  const now = point(hours[over.length]?.today ?? 0, over.length)
  const band = [
    ...hours.map(({ highest: most }, index) => point(most, index)),
    ...hours.map(({ lowest }, index) => point(lowest, index)).toReversed(),
  ]
  const legend = (
    <ul className="chart-key">
      <Key name="Today, dashed where the hour is running">
        <line className="chart-line" x1="0" x2="24" y1="8" y2="8" />
      </Key>
      {compared > 0 && (
        <Key name={compared === 1 ? `Last ${weekday}` : `Least to most of the last ${compared} ${weekday}s`}>
          <rect className="chart-band" width="24" height="16" />
        </Key>
      )}
    </ul>
  )
  return (
    <ChartFrame
      title="Views by hour"
      takeaway={usualTakeaway(usual)}
      highest={highest}
      names={['00:00', '12:00', '23:00']}
      legend={legend}
    >
      {compared > 0 && <polygon className="chart-band" points={band.join(' ')} />}
      <polyline className="chart-line" points={over.join(' ')} />
      <polyline className="chart-line is-running" points={[...over.slice(-1), now].join(' ')} />
    </ChartFrame>
  )
}

function Key({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {name}
    </li>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
