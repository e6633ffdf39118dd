import type { Article } from '@/lib/articles/article'
import { areCommentsClosed, type CommentThread, type PublicComment } from '@/lib/comments/comment'
import { formatDate, formatMoment } from '@/lib/dates'
import type { Site } from '@/lib/site/site'
import { Moment } from '../articles/article-head'

type CommentsSectionProps = { article: Article; threads: CommentThread[]; total: number; site: Site }

/** The conversation under an article. Closed and empty, it is not there. */
export function CommentsSection({ article, threads, total, site }: CommentsSectionProps) {
  const isClosed = areCommentsClosed(article)
  if (isClosed && threads.length === 0) return null
  return (
    <section id="comments" className="block" aria-labelledby="comments-heading">
      <div className="comments">
        <div className="block-head">
          <h2 id="comments-heading">Comments ({total})</h2>
        </div>
        {isClosed ? <Closed article={article} site={site} /> : <Composer article={article} />}
        {threads.length === 0 ? (
          <p className="thread">No comments yet. Be the first.</p>
        ) : (
          <Threads threads={threads} site={site} />
        )}
      </div>
    </section>
  )
}

function Closed({ article, site }: { article: Article; site: Site }) {
  const when = article.commentsCloseAt ? ` on ${formatDate(article.commentsCloseAt, site)}` : ''
  return <p className="comments-note">Comments closed{when}. Thank you to everyone who took part.</p>
}

/** A plain form: it works as it is. */
function Composer({ article }: { article: Article }) {
  return (
    <form className="composer" method="post" action="/comments">
      <input type="hidden" name="article" value={article.id} />
      <input type="hidden" name="parent" value="" />
      <label htmlFor="comment-body">Leave a comment</label>
      <textarea
        id="comment-body"
        className="field"
        name="body"
        rows={3}
        maxLength={2000}
        required
        aria-describedby="comment-hint"
      />
      <div className="composer-foot">
        <p id="comment-hint">Up to 2,000 characters</p>
        <button className="button" type="submit">
          Post comment
        </button>
      </div>
    </form>
  )
}

function Threads({ threads, site }: { threads: CommentThread[]; site: Site }) {
  return (
    <ol>
      {threads.map(({ comment, replies }) => (
        <li key={comment.id} className="thread">
          <Comment comment={comment} inReplyTo={null} site={site} />
          {replies.length > 0 && (
            <ol className="replies">
              {replies.map((reply) => (
                <li key={reply.id}>
                  <Comment comment={reply} inReplyTo={reply.inReplyTo} site={site} />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  )
}

const TOMBSTONES = { deleted: 'Deleted by its author.', removed: 'Removed by a moderator.' }

function Comment({ comment, inReplyTo, site }: { comment: PublicComment; inReplyTo: string | null; site: Site }) {
  const id = `comment-${comment.id}`
  if (comment.tombstone) {
    return (
      <p id={id} className="comments-note">
        {TOMBSTONES[comment.tombstone]}
      </p>
    )
  }
  return (
    <article id={id} className="comment" aria-label={`Comment by ${comment.signature}`}>
      <header>
        <strong>{comment.signature}</strong>
        {comment.isStaff && <span className="badge">Staff</span>}
        {comment.pickedAt && <span className="badge">Editors’ pick</span>}
        {inReplyTo && <span className="aside">in reply to {inReplyTo}</span>}
        <a href={`#${id}`}>
          <Moment moment={comment.createdAt} words={formatMoment(comment.createdAt, site)} site={site} />
        </a>
      </header>
      {paragraphsOf(comment.body).map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </article>
  )
}

function paragraphsOf(body: string): { key: string; text: string }[] {
  return body
    .split(/\n{2,}/)
    .map((text, index) => ({ key: String(index), text: text.trim() }))
    .filter(({ text }) => text !== '')
}
