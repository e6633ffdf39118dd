import type { Article } from '@/lib/articles/article'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { currentSite } from '../site/current-site'

/**
 * What a reader can do with an article: send it by mail, take its address, save it, go to what others say of it. Links and
 * form do so by themselves; `app/_reader/share.js` makes a sharing button and a copying one of them, and
 * `app/_reader/save.js` keeps what is saved on the device as well.
 *
 * @param comments how many there are; null where there is no conversation to go to
 */
export async function ArticleActions({ article, comments = null }: { article: Article; comments?: number | null }) {
  const { language } = await currentSite()
  const address = new URL(paths.article(article), readEnvironment().siteUrl).href
  const mail = `mailto:?subject=${encodeURIComponent(article.headline)}&body=${encodeURIComponent(address)}`
  return (
    <ul className="actions" lang={language} data-headline={article.headline}>
      <li>
        <a href={mail}>Email</a>
      </li>
      <li>
        <a href={address} rel="bookmark">
          Permalink
        </a>
      </li>
      <li>
        <form method="post" action={paths.saveArticle()} className="save">
          <input type="hidden" name="article" value={article.id} />
          <button type="submit">Save</button>
        </form>
      </li>
      {comments !== null && (
        <li>
          <a href="#comments">{commentsLabel(comments)}</a>
        </li>
      )}
    </ul>
  )
}

function commentsLabel(count: number): string {
  if (count === 0) return 'Comment'
  return count === 1 ? '1 comment' : `${count} comments`
}
