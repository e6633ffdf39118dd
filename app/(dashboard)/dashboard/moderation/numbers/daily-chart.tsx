import type { DayNumbers } from '@/lib/moderation/numbers'

/** The drawing's own units: the highest day fills the height. */
const HEIGHT = 150
const WIDTH = 720
const HEAD = 18
const FOOT = 20

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
  const peak = days.findIndex(({ posted }) => posted === highest)
  const named = new Set([0, Math.floor((days.length - 1) / 2), days.length - 1])
  return (
    <svg
      className="numbers-chart"
      viewBox={`0 0 ${WIDTH} ${HEAD + HEIGHT + FOOT}`}
      role="img"
      aria-label="Comments a day, with those that were rejected hatched; the table below has the figures"
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
        const foot = HEAD + HEIGHT
        return (
          <g key={day}>
            <rect className="numbers-posted" x={left} y={foot - all} width={width} height={all} />
            <rect fill="url(#rejected-hatch)" x={left} y={foot - away} width={width} height={away} />
            {index === peak && posted > 0 && (
              <text x={clamped(left + width / 2)} y={foot - all - 5}>
                {posted.toLocaleString('en-GB')}
              </text>
            )}
            {named.has(index) && (
              <text x={clamped(left + width / 2)} y={foot + 15}>
                {nameOf(day)}
              </text>
            )}
          </g>
        )
      })}
      <line className="numbers-ground" x1="0" x2={WIDTH} y1={HEAD + HEIGHT + 0.5} y2={HEAD + HEIGHT + 0.5} />
    </svg>
  )
}

/** Far enough from the edges that words under it are whole. */
function clamped(middle: number): number {
  return Math.max(24, Math.min(WIDTH - 24, middle))
}
