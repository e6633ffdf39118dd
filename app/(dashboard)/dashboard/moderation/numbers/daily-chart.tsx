import { ChartFrame, HEIGHT, WIDTH } from '@/app/_components/newsroom/chart-frame'
import type { DayNumbers } from '@/lib/moderation/numbers'

type Props = {
  days: DayNumbers[]
  /** A day as it is written under its bar. */
  nameOf: (day: string) => string
}

/** Comments of each day as bars, those that were rejected hatched at their foot. The table beside it says the same in figures. */
export function DailyChart({ days, nameOf }: Props) {
  const highest = Math.max(1, ...days.map(({ posted }) => posted))
  const step = WIDTH / days.length
  const heightOf = (count: number) => Math.round((count / highest) * HEIGHT)
  const peak = days.find(({ posted }) => posted === highest)
  const named = [0, Math.floor((days.length - 1) / 2), days.length - 1].flatMap((at) => days[at] ?? [])
  return (
    <ChartFrame
      title="Comments a day"
      takeaway={`${peak ? `The most on ${nameOf(peak.day)}: ${highest.toLocaleString('en-GB')}. ` : ''}Those that were rejected are hatched.`}
      highest={highest}
      names={named.map(({ day }) => nameOf(day))}
    >
      <defs>
        <pattern id="rejected-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="numbers-hatch-ground" width="5" height="5" />
          <rect className="numbers-hatch" width="2.5" height="5" />
        </pattern>
      </defs>
      {days.map(({ day, posted, rejected }, index) => {
        const [left, width] = [index * step + step * 0.12, step * 0.76]
        const [all, away] = [heightOf(posted), heightOf(rejected)]
        return (
          <g key={day}>
            <rect className="numbers-posted" x={left} y={HEIGHT - all} width={width} height={all} />
            <rect fill="url(#rejected-hatch)" x={left} y={HEIGHT - away} width={width} height={away} />
          </g>
        )
      })}
    </ChartFrame>
  )
}
