import { type ReactNode, useId } from 'react'

/** The drawing's own units; it is stretched to the width that there is. */
export const WIDTH = 720
export const HEIGHT = 160

type Props = {
  title: string
  /** What the chart comes to, in one sentence, which everyone sees. */
  takeaway: string
  /** The value at the top. */
  highest: number
  /** Words under the drawing, from its beginning to its end. */
  names: string[]
  /** A strip, where the shape says more than the height. */
  isLow?: boolean
  /** What is drawn, over the guides. */
  children: ReactNode
  /** What its marks mean, where that is not plain. */
  legend?: ReactNode
}

/** Values over time, with a table near by. The words around it are text of the page, which stays as large as any other. */
export function ChartFrame({ title, takeaway, highest, names, isLow = false, children, legend }: Props) {
  const id = useId()
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
        {children}
        <line className="chart-ground" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
      <p className="chart-names" aria-hidden="true">
        {names.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </p>
      {legend}
    </figure>
  )
}
