import { useId } from 'react'
import { kindOf, type SourceKind, type SourceViews, shareOf } from '@/lib/numbers/numbers'

const WIDTH = 720
const KINDS: { kind: SourceKind; name: string }[] = [
  { kind: 'direct', name: 'Direct' },
  { kind: 'own', name: 'The paper itself' },
  { kind: 'search', name: 'Search engines' },
  { kind: 'social', name: 'Social networks' },
  { kind: 'other', name: 'Other sites' },
]

/** The others have their colour from the theme. */
const FILLS: Partial<Record<SourceKind, string>> = { own: 'url(#chart-hatch)', social: 'url(#chart-dots)' }

/** Where readers came from, as one bar; its parts differ in pattern as well as in shade, and are named under it. */
export function SourceChart({ sources }: { sources: SourceViews[] }) {
  const id = useId()
  const parts = KINDS.map(({ kind, name }) => ({
    kind,
    name,
    views: sources.reduce((sum, { source, views }) => (kindOf(source) === kind ? sum + views : sum), 0),
  }))
  const total = Math.max(
    1,
    parts.reduce((sum, { views }) => sum + views, 0),
  )
  const words = parts.map(({ name, views }) => `${name} ${shareOf(views, total)}`).join(', ')
  let left = 0
  return (
    <figure className="chart is-stacked">
      <svg viewBox={`0 0 ${WIDTH} 40`} preserveAspectRatio="none" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>Where readers came from</title>
        <desc id={`${id}-desc`}>{`${words}. The table below has the figures.`}</desc>
        <Patterns />
        {parts.map(({ kind, views }) => {
          const width = (views / total) * WIDTH
          const x = left
          left += width
          return (
            <rect
              key={kind}
              className={`chart-kind is-${kind}`}
              fill={FILLS[kind]}
              x={x}
              y="0"
              width={width}
              height="40"
            />
          )
        })}
      </svg>
      <ul className="chart-key">
        {parts.map(({ kind, name, views }) => (
          <li key={kind}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              <rect className={`chart-kind is-${kind}`} fill={FILLS[kind]} width="16" height="16" />
            </svg>
            {name} <strong>{shareOf(views, total)}</strong>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function Patterns() {
  return (
    <defs>
      <pattern id="chart-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="chart-pattern-ground" width="6" height="6" />
        <rect className="chart-pattern" width="3" height="6" />
      </pattern>
      <pattern id="chart-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="chart-pattern-ground" width="6" height="6" />
        <circle className="chart-pattern" cx="3" cy="3" r="1.7" />
      </pattern>
    </defs>
  )
}
