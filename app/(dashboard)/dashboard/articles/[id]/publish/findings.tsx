import { type Finding, isBlocking } from '@/lib/articles/publish-checks'
import { paths } from '@/lib/paths'

/** What the checks say: what keeps it from going out, then what could be better. Each leads to where it is put right. */
export function Findings({ findings, articleId }: { findings: Finding[]; articleId: number }) {
  if (findings.length === 0) return <p>Nothing is missing.</p>
  return (
    <ul className="desk-findings">
      {findings.map((finding) => (
        <li key={finding.key} className={isBlocking(finding) ? 'is-blocking' : 'is-warning'}>
          <strong>{isBlocking(finding) ? 'To fix:' : 'To consider:'}</strong> {finding.words}{' '}
          <a href={`${paths.deskArticle(articleId)}#${finding.field}`}>
            Go there<span className="unseen">: {finding.words}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
