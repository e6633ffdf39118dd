import type { Article } from '@/lib/articles/article'
import { LONGEST_COMMENT, type PublicComment, type Tombstone } from '@/lib/comments/comment'
import { dayInZone, formatClock, formatMoment } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { Site } from '@/lib/site/site'
import { Moment } from '../articles/article-head'
import { Portrait } from '../people/portrait'
import { CommentText } from './comment-text'

/** The form that every button of the conversation belongs to; each says by itself what it does. */
export const DEEDS = 'deeds'

type CommentItemProps = { comment: PublicComment; article: Article; site: Site; isOpen: boolean }

/** A comment, with what readers can do about it; or what stands in its place. */
export function CommentItem({ comment, article, site, isOpen }: CommentItemProps) {
  const { id, signature, tombstone, personId } = comment
  if (tombstone) {
    return (
      <p id={`comment-${id}`} className="comment gone">
        {TOMBSTONES[tombstone]}
      </p>
    )
  }
  return (
    <article id={`comment-${id}`} className="comment" aria-label={`Comment by ${signature}`} data-by={personId}>
      <CommentHead comment={comment} article={article} site={site} />
      <CommentText body={comment.body} />
      {comment.editedAt && <div className="note">Edited {editedWords(comment, site)}</div>}
      <footer>
        <button type="submit" form={DEEDS} formAction={paths.commentDeed(id, 'like')} className="plain">
          Recommend{comment.likes > 0 && ` ${comment.likes}`}
        </button>
        {isOpen && <ReplyForm comment={comment} article={article} />}
        <a href={paths.comment(article, id)} className="share">
          Share
        </a>
        <a href={paths.reportComment(id)} rel="nofollow">
          Report
        </a>
      </footer>
    </article>
  )
}

const TOMBSTONES: Record<Tombstone, string> = {
  deleted: 'Deleted by its author.',
  removed: 'Removed by a moderator.',
  waiting: 'Waiting for a moderator.',
}

function CommentHead({ comment, article, site }: Omit<CommentItemProps, 'isOpen'>) {
  const { id, signature, personId, hasPage, portrait, badge, pickedAt, inReplyTo, createdAt } = comment
  return (
    <header>
      {portrait ? (
        <Portrait portrait={portrait} side={36} className="initial" />
      ) : (
        <span className="initial" aria-hidden="true">
          {initialOf(signature)}
        </span>
      )}
      <strong>
        {hasPage && personId !== null ? (
          <a href={paths.commenter(personId)} rel="nofollow">
            <bdi>{signature}</bdi>
          </a>
        ) : (
          <bdi>{signature}</bdi>
        )}
      </strong>
      {badge && <span className="badge staff">{badge}</span>}
      {pickedAt && <span className="badge">Editors’ pick</span>}
      {inReplyTo && (
        <span className="note">
          in reply to <bdi>{inReplyTo}</bdi>
        </span>
      )}
      <a className="note" href={paths.comment(article, id)}>
        <Moment moment={createdAt} words={formatMoment(createdAt, site)} site={site} />
      </a>
    </header>
  )
}

/** A reply is written where it will stand, or quoted from on a page of its own. */
function ReplyForm({ comment, article }: { comment: PublicComment; article: Article }) {
  return (
    <details className="reply">
      <summary>Reply</summary>
      <form method="post" action={paths.postComment()}>
        <input type="hidden" name="article" value={article.id} />
        <input type="hidden" name="parent" value={comment.id} />
        <textarea
          className="field"
          name="body"
          rows={3}
          maxLength={LONGEST_COMMENT}
          required
          aria-label={`Your reply to ${comment.signature}`}
        />
        <button className="button" type="submit">
          Post reply
        </button>{' '}
        <a href={paths.writeComment(article.id, comment.id, true)} rel="nofollow">
          Quote
        </a>
      </form>
    </details>
  )
}

/** On the day of the comment the time says enough. */
function editedWords({ createdAt, editedAt }: PublicComment, site: Site): string {
  const edited = editedAt as Date
  const isSameDay = dayInZone(createdAt, site.zone) === dayInZone(edited, site.zone)
  return isSameDay ? formatClock(edited, site) : formatMoment(edited, site)
}

/** The first letter of a name, as a sign for whoever has no portrait. */
function initialOf(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '?').toLocaleUpperCase()
}
