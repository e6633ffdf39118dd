import type { Metadata } from 'next'
import { AccountTextArea } from '@/app/_components/account/account-field'
import { titleWithProblem } from '@/app/_components/account/problem-summary'
import { CommentPage, NoComment, QuotedComment } from '@/app/_components/comments/comment-page'
import { REPORT_WORDS } from '@/lib/comments/comment'
import { readId } from '@/lib/comments/comment-input'
import { getCommentInHand } from '@/lib/comments/own-comment-queries'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { told } from '@/lib/serving/form-answers'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Report a comment'), robots: { index: false } }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; illegal?: string }> }

/** Where moderators are told what is wrong with a comment; what is against the law goes a way of its own. */
export default async function ReportPage({ params, searchParams }: Props) {
  const id = readId((await params).id) ?? 0
  const { done, illegal } = await searchParams
  const viewer = await requireViewer(paths.reportComment(id))
  const comment = await getCommentInHand(viewer, id)
  if (!comment) return <NoComment />
  if (done) {
    return (
      <CommentPage title="Thank you" article={comment.article}>
        <p>The moderators have your report. Whoever wrote the comment is not told that it was you.</p>
        <p>
          <a href={paths.comment(comment.article, id)}>Back to the conversation</a>
        </p>
      </CommentPage>
    )
  }
  const isIllegal = illegal === '1' || told()?.values.illegal === '1'
  return (
    <CommentPage title={isIllegal ? 'Report illegal content' : 'Report a comment'} article={comment.article}>
      <QuotedComment comment={comment} />
      <form method="post" action={paths.commentDeed(id, 'report')} className="account-form">
        <input type="hidden" name="illegal" value={isIllegal ? '1' : ''} />
        {isIllegal ? <input type="hidden" name="reason" value="legal" /> : <Reasons />}
        <AccountTextArea
          name="details"
          label={isIllegal ? 'What is illegal about it, and by which law' : 'Anything that helps the moderators'}
          isOptional={!isIllegal}
          maxLength={2000}
          hint={isIllegal ? 'It is decided by a person, and you are told what was decided and why.' : undefined}
        />
        <button className="button" type="submit">
          Send report
        </button>
      </form>
      {!isIllegal && (
        <p>
          Is it against the law? <a href={`${paths.reportComment(id)}?illegal=1`}>Report illegal content</a>
        </p>
      )}
    </CommentPage>
  )
}

function Reasons() {
  const chosen = told()?.values.reason
  const problem = told()?.problems.find(({ field }) => field === 'reason')
  return (
    <fieldset className={problem ? 'account-field is-wrong' : 'account-field'}>
      <legend className="account-legend">What is wrong with it?</legend>
      {problem && (
        <p className="account-error" id="reason-error">
          <span className="unseen">Error: </span>
          {problem.words}
        </p>
      )}
      <div className="comment-choices">
        {Object.entries(REPORT_WORDS).map(([reason, words], index) => (
          <label key={reason}>
            <input
              type="radio"
              id={index === 0 ? 'reason' : undefined}
              name="reason"
              value={reason}
              defaultChecked={chosen === reason}
              required
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
