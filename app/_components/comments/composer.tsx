import type { Article } from '@/lib/articles/article'
import { LONGEST_COMMENT } from '@/lib/comments/comment'
import { paths } from '@/lib/paths'

/** A plain form: it works as it is. Whoever is not signed in is asked to when they post, and keeps what they typed. */
export function Composer({ article, isPremoderated }: { article: Article; isPremoderated: boolean }) {
  const back = paths.comments(article)
  return (
    <form className="composer" method="post" action={paths.postComment()}>
      <input type="hidden" name="article" value={article.id} />
      <input type="hidden" name="parent" value="" />
      <label htmlFor="comment-body">Join in</label>
      <textarea
        id="comment-body"
        className="field"
        name="body"
        rows={3}
        maxLength={LONGEST_COMMENT}
        required
        aria-describedby="comment-hint"
      />
      <div>
        <p id="comment-hint" className="note">
          Up to {LONGEST_COMMENT.toLocaleString('en')} characters.
          {isPremoderated && ' A moderator reads every comment before it is published.'}{' '}
          <span className="signed-out">
            <a href={paths.signIn(back)}>Sign in</a> or <a href={paths.signUp(back)}>create an account</a> to comment.
          </span>
        </p>
        <button className="button" type="submit">
          Post comment
        </button>
      </div>
    </form>
  )
}
