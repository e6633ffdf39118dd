/** How high the drawing is, in its own units; the highest hour fills it. */
const HEIGHT = 24
const BAR = 5

/** How often a story was read in each of the last hours, drawn, with the last hour's number beside it. */
export function ViewsOfHours({ hours }: { hours: number[] }) {
  const highest = Math.max(1, ...hours)
  const [before = 0, present = 0] = hours.slice(-2)
  const words = `${present} views this hour, ${before} in the hour before`
  return (
    <p className="front-views">
      <svg
        viewBox={`0 0 ${hours.length * (BAR + 1)} ${HEIGHT}`}
        width={hours.length * (BAR + 1)}
        height={HEIGHT}
        aria-hidden="true"
        focusable="false"
      >
        {hours.map((count, index) => {
          const height = Math.max(1, Math.round((count / highest) * HEIGHT))
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its hour
          return <rect key={index} x={index * (BAR + 1)} y={HEIGHT - height} width={BAR} height={height} />
        })}
      </svg>
      <span aria-hidden="true">{present}</span>
      <span className="unseen">{words}</span>
    </p>
  )
}
