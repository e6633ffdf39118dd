import type { Article } from '../articles/article'

/**
 * What is written of an article alone: once for as long as it is the same article, however many feeds it stands in. An
 * article that has changed is another object (whole-articles.ts).
 */
export function writtenOnce<Written>(
  write: (article: Article, siteUrl: string) => Written,
): (article: Article, siteUrl: string) => Written {
  const known = new WeakMap<Article, { written: Written; siteUrl: string }>()
  return (article, siteUrl) => {
    const before = known.get(article)
    if (before?.siteUrl === siteUrl) return before.written
    const written = write(article, siteUrl)
    known.set(article, { written, siteUrl })
    return written
  }
}
