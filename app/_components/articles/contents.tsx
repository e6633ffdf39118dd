import type { OutlineEntry } from '@/lib/articles/outline'
import { Stylesheet } from '../ui/stylesheet'

/** A table of contents: beside the text where there is room, folded up on a phone. */
export function Contents({ entries }: { entries: OutlineEntry[] }) {
  if (entries.length === 0) return null
  return (
    <nav className="contents" aria-labelledby="contents">
      <Stylesheet name="contents" />
      <p id="contents">In this article</p>
      <Entries entries={entries} />
      <details>
        <summary>In this article</summary>
        <Entries entries={entries} />
      </details>
    </nav>
  )
}

function Entries({ entries }: { entries: OutlineEntry[] }) {
  return (
    <ol>
      {entries.map(({ id, text, level }) => (
        <li key={id} className={level === 3 ? 'deeper' : undefined}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ol>
  )
}
