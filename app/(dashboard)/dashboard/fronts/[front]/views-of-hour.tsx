/** How high the drawing is, in its own units; the highest hour fills it. */
const HEIGHT = 24
const BAR = 5

/** How often a story was read in the last hour, drawn by five minutes, with their sum beside it. */
export function ViewsOfHour({ views }: { views: number[] }) {
  const highest = Math.max(1, ...views)
  const total = views.reduce((sum, count) => sum + count, 0)
  const words = total === 1 ? '1 view in the last hour' : `${total.toLocaleString('en-GB')} views in the last hour`
  return (
    <p className="front-views">
      <svg
        viewBox={`0 0 ${views.length * (BAR + 1)} ${HEIGHT}`}
        width={views.length * (BAR + 1)}
        height={HEIGHT}
        aria-hidden="true"
        focusable="false"
      >
        {views.map((count, index) => {
          const height = Math.max(1, Math.round((count / highest) * HEIGHT))
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its step
          return <rect key={index} x={index * (BAR + 1)} y={HEIGHT - height} width={BAR} height={height} />
        })}
      </svg>
      <span aria-hidden="true">{total.toLocaleString('en-GB')}</span>
      <span className="unseen">{words}</span>
    </p>
  )
}
