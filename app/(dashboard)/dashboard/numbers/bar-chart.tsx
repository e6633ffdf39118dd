import { useId } from 'react'

/** The drawing's own units; it is stretched to the width that there is. */
const WIDTH = 720
const HEIGHT = 160

export type Bar = { name: string; value: number; words: string }

type Props = {
  title: string
  /** What the chart comes to, in one sentence, which everyone sees. */
  takeaway: string
  bars: Bar[]
  /** A strip, where the shape says more than the height. */
  isLow?: boolean
}

/** Values over time, as bars. The words around it are text of the page, which stays as large as any other. */
export function BarChart({ title, takeaway, bars, isLow = false }: Props) {
  const id = useId()
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const step = WIDTH / bars.length
  const middle = bars[Math.floor((bars.length - 1) / 2)]
  return (
    <figure className={isLow ? 'chart is-low' : 'chart'}>
      <figcaption>{takeaway}</figcaption>
      <p className="chart-scale" aria-hidden="true">
        {highest.toLocaleString('en-GB')}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{`${takeaway} The table below has the figures.`}</desc>
        <line className="chart-guide" x1="0" x2={WIDTH} y1="0.5" y2="0.5" />
        <line className="chart-guide" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        {bars.map(({ name, value }, index) => {
          const height = value === 0 ? 0 : Math.max(2, (value / highest) * HEIGHT)
          const width = step * (bars.length > 40 ? 0.85 : 0.7)
          const left = index * step + (step - width) / 2
          return <rect key={name} className="chart-bar" x={left} y={HEIGHT - height} width={width} height={height} />
        })}
        <line className="chart-ground" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
      <p className="chart-names" aria-hidden="true">
        <span>{bars[0]?.words}</span>
        {bars.length > 4 && <span>{middle?.words}</span>}
        {bars.length > 1 && <span>{bars.at(-1)?.words}</span>}
      </p>
    </figure>
  )
}
