import { Badge } from '@/app/_components/newsroom/badge'
import { Part } from '@/app/_components/newsroom/page-head'
import type { Finding } from '@/lib/articles/publish-checks'

/** What keeps the article from going out, and what to look at before it does. */
export function Checks({ findings }: { findings: Finding[] }) {
  return (
    <Part title="Checks" intro="Of what was saved when this page was opened. They are made again when it goes out.">
      {findings.length === 0 ? (
        <p>Nothing to put right.</p>
      ) : (
        <ul className="editor-checks">
          {findings.map(({ key, level, words, field }) => (
            <li key={key}>
              <Badge tone={level === 'blocking' ? 'danger' : 'warning'}>
                {level === 'blocking' ? 'Blocks' : 'Look at'}
              </Badge>{' '}
              <a href={`#${field}`}>{words}</a>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
