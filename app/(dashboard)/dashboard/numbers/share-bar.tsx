const WIDTH = 100

/** A value as a part of the largest beside it, drawn in a cell of a table that has the figure too. */
export function ShareBar({ value, highest }: { value: number; highest: number }) {
  const width = highest > 0 ? Math.max(value > 0 ? 1 : 0, (value / highest) * WIDTH) : 0
  return (
    <svg
      className="chart-share"
      viewBox={`0 0 ${WIDTH} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="chart-sunken" width={WIDTH} height="10" />
      <rect className="chart-bar" width={width} height="10" />
    </svg>
  )
}
