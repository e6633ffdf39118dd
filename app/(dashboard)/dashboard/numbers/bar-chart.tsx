import { ChartFrame, HEIGHT, WIDTH } from '@/app/_components/newsroom/chart-frame'

export type Bar = { name: string; value: number; words: string }

type Props = {
  title: string
  /** What the chart comes to, in one sentence, which everyone sees. */
  takeaway: string
  bars: Bar[]
  /** A strip, where the shape says more than the height. */
  isLow?: boolean
}

/** Values over time, as bars. */
export function BarChart({ bars, ...words }: Props) {
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const step = WIDTH / bars.length
  const middle = bars[Math.floor((bars.length - 1) / 2)]
  const named = [bars[0], bars.length > 4 ? middle : undefined, bars.length > 1 ? bars.at(-1) : undefined]
  return (
    <ChartFrame {...words} highest={highest} names={named.flatMap((bar) => bar?.words ?? [])}>
      {bars.map(({ name, value }, index) => {
        const height = value === 0 ? 0 : Math.max(2, (value / highest) * HEIGHT)
        const width = step * (bars.length > 40 ? 0.85 : 0.7)
        const left = index * step + (step - width) / 2
        return <rect key={name} className="chart-bar" x={left} y={HEIGHT - height} width={width} height={height} />
      })}
    </ChartFrame>
  )
}
