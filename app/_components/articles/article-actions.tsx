import type { Article } from '@/lib/articles/article'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'

/**
 * What a reader can do with an article: send it by mail, take its address, go to what others say of it. The links do so
 * by themselves; `public/reader/share.js` makes a sharing button and a copying one of them.
 */
export function ArticleActions({ article, comments }: { article: Article; comments: number }) {
  const address = new URL(paths.article(article), readEnvironment().siteUrl).href
  const mail = `mailto:?subject=${encodeURIComponent(article.headline)}&body=${encodeURIComponent(address)}`
  return (
    <ul className="actions" data-headline={article.headline}>
      <li>
        <a href={mail}>Email</a>
      </li>
      <li>
        <a href={address} rel="bookmark">
          Permalink
        </a>
      </li>
      {comments > 0 && (
        <li>
          <a href="#comments">{comments === 1 ? '1 comment' : `${comments} comments`}</a>
        </li>
      )}
    </ul>
  )
}
