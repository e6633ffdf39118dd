import type { Metadata } from 'next'
import { titleWithProblem } from '@/app/_components/account/problem-summary'
import { CommentPage, NoComment, QuotedComment } from '@/app/_components/comments/comment-page'
import { readId } from '@/lib/comments/comment-input'
import { getCommentInHand } from '@/lib/comments/own-comment-queries'
import { paths } from '@/lib/paths'
import { currentViewer } from '@/lib/people/current-viewer'

export function generateMetadata(): Metadata {
  return { title: titleWithProblem('A comment'), robots: { index: false } }
}

/** One comment with what can be done about it, and why something could not. */
export default async function AboutPage({ params }: { params: Promise<{ id: string }> }) {
  const id = readId((await params).id) ?? 0
  const viewer = await currentViewer()
  const comment = await getCommentInHand(viewer, id)
  if (!comment) return <NoComment />
  return (
    <CommentPage title={`A comment by ${comment.signature}`} article={comment.article}>
      <QuotedComment comment={comment} />
      <div className="own-comment-deeds">
        <a href={paths.comment(comment.article, id)}>Back to the conversation</a>
        {!comment.isOwn && viewer && <Deed id={id} deed="like" words="Recommend, or no longer" />}
        {!comment.isOwn && viewer && <Deed id={id} deed="mute" words={`Mute ${comment.signature}, or no longer`} />}
        {viewer && <Deed id={id} deed="follow" words="Follow this thread, or no longer" />}
        {comment.isOwn && comment.editableUntil && <a href={paths.changeComment(id)}>Change</a>}
        {!comment.isOwn && <a href={paths.reportComment(id)}>Report</a>}
      </div>
    </CommentPage>
  )
}

function Deed({ id, deed, words }: { id: number; deed: string; words: string }) {
  return (
    <form method="post" action={paths.commentDeed(id, deed)}>
      <button type="submit">{words}</button>
    </form>
  )
}
