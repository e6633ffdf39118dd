import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { CommentText } from '@/app/_components/comments/comment-text'
import { REPORT_WORDS } from '@/lib/comments/comment'
import { readId } from '@/lib/comments/comment-input'
import { listOwnReports, type OwnReport } from '@/lib/comments/own-report-queries'
import { formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import type { Site } from '@/lib/site/site'
import { getSite } from '@/lib/site/site-queries'
import '@/app/styles/comment-pages.css'

export const metadata: Metadata = { title: 'My reports', robots: { index: false } }

type Props = { searchParams: Promise<{ page?: string }> }

/** What somebody reported to the moderators, how it stands, and what they were answered. */
export default async function OwnReportsPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.ownReports())
  const [list, site] = await Promise.all([
    listOwnReports(viewer, readId((await searchParams).page ?? '') ?? 1),
    getSite(),
  ])
  return (
    <AccountPage
      title="My reports"
      intro="What you told the moderators of. Whoever wrote it does not learn that it was you."
      current={paths.ownReports()}
    >
      {list.total === 0 && (
        <div className="account-empty">
          <p>You have reported nothing. Each comment has a link for it.</p>
        </div>
      )}
      <ol className="own-comments">
        {list.cards.map((report) => (
          <Report key={report.id} report={report} site={site} />
        ))}
      </ol>
      {list.pages > 1 && (
        <nav className="own-comments-pages" aria-label="Pages">
          {list.page > 1 && <a href={paths.ownReports(list.page - 1)}>Newer</a>}
          {list.page < list.pages && <a href={paths.ownReports(list.page + 1)}>Older</a>}
        </nav>
      )}
    </AccountPage>
  )
}

function Report({ report, site }: { report: OwnReport; site: Site }) {
  const { id, article, comment, reason, details, isIllegal } = report
  const headline = article?.headline ?? 'An article that is no longer there'
  return (
    <li>
      <article className="own-comment" id={`report-${id}`} aria-label={`Your report ${id}`}>
        <h2>{article ? <a href={addressOf(article, comment)}>{headline}</a> : headline}</h2>
        <p className="comment-when">
          {isIllegal ? 'Reported as illegal' : `Reported: ${REPORT_WORDS[reason]}`},{' '}
          {formatMoment(report.createdAt, site)}
        </p>
        {details && <p dir="auto">{details}</p>}
        {comment ? (
          <blockquote>
            <CommentText body={comment.body} />
          </blockquote>
        ) : (
          <p className="comment-when">The comment is no longer published.</p>
        )}
        <Outcome report={report} site={site} />
      </article>
    </li>
  )
}

function addressOf(article: NonNullable<OwnReport['article']>, comment: OwnReport['comment']): string {
  return comment ? paths.comment(article, comment.id) : paths.article(article)
}

function Outcome({ report: { outcome, decidedAt, answer }, site }: { report: OwnReport; site: Site }) {
  if (!decidedAt) return <p className="comment-became">A moderator has not decided on it yet.</p>
  return (
    <div className="comment-became">
      <p>
        <strong>{outcome === 'upheld' ? 'You were right' : 'The comment was found to be within the rules'}</strong>,{' '}
        {formatMoment(decidedAt, site)}
      </p>
      {answer && <p dir="auto">{answer}</p>}
    </div>
  )
}
