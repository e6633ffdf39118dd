import { Badge } from '@/app/_components/newsroom/badge'
import type { Finding } from '@/lib/articles/publish-checks'
import { Panel } from './panel'

/** What keeps the article from going out, and what to look at before it does. */
export function Checks({ findings }: { findings: Finding[] }) {
  return (
    <Panel title={titleOf(findings)}>
      <p className="desk-hint">Of what was saved when this page was opened. They are made again when it goes out.</p>
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
    </Panel>
  )
}

function titleOf(findings: Finding[]): string {
  const blocking = findings.filter(({ level }) => level === 'blocking').length
  const others = findings.length - blocking
  const parts = [...(blocking > 0 ? [`${blocking} to put right`] : []), ...(others > 0 ? [`${others} to look at`] : [])]
  return parts.length > 0 ? `Checks: ${parts.join(', ')}` : 'Checks'
}
