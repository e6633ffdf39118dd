import type { Metadata } from 'next'
import { AccountTextArea } from '@/app/_components/account/account-field'
import { titleWithProblem } from '@/app/_components/account/problem-summary'
import { CommentPage, NoComment, QuotedComment } from '@/app/_components/comments/comment-page'
import { readId } from '@/lib/comments/comment-input'
import { getCommentInHand } from '@/lib/comments/own-comment-queries'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('Appeal'), robots: { index: false } }
}

/** Where somebody says, once, why their comment should have been published. */
export default async function AppealPage({ params }: { params: Promise<{ id: string }> }) {
  const id = readId((await params).id) ?? 0
  const viewer = await requireViewer(paths.appealComment(id))
  const comment = await getCommentInHand(viewer, id)
  if (!comment?.isOwn) return <NoComment words="It is not yours, or no longer here." />
  return (
    <CommentPage title="Appeal" article={comment.article}>
      <QuotedComment comment={comment} />
      {comment.reason && <p>Not published: {comment.reason}</p>}
      {comment.appeal === null ? (
        <form method="post" action={paths.commentDeed(id, 'appeal')} className="account-form">
          <AccountTextArea
            name="text"
            label="Why the decision is wrong"
            maxLength={2000}
            hint="Another look is taken at it once. You are told what comes of it."
          />
          <button className="button" type="submit">
            Send appeal
          </button>
        </form>
      ) : (
        <p>You have appealed. {comment.appealDecidedAt ? 'It was decided.' : 'It is waiting for a moderator.'}</p>
      )}
    </CommentPage>
  )
}
