import type { OutlineEntry } from '@/lib/articles/outline'
import { currentSite } from '../site/current-site'
import { Stylesheet } from '../ui/stylesheet'

/** A table of contents: beside the text where there is room, folded up on a phone. */
export async function Contents({ entries }: { entries: OutlineEntry[] }) {
  if (entries.length === 0) return null
  const { language } = await currentSite()
  return (
    <nav className="contents" aria-labelledby="contents">
      <Stylesheet name="contents" />
      <p id="contents" lang={language}>
        In this article
      </p>
      <Entries entries={entries} />
      <details>
        <summary lang={language}>In this article</summary>
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
