import type { Article } from '../articles/article'
import { getArticleAt } from '../articles/article-queries'
import { readEnvironment } from '../env'
import { paths, readPart } from '../paths'
import { writeTwin } from './article-twin'
import { machineAnswer, movedTo, notFound, refusal } from './machine-answer'

const ENDING = '.md'

/**
 * The answer at the address of an article's Markdown twin: that of the article itself, in its own form.
 *
 * @param file the slug with `.md`, as it stands in the address
 */
export async function answerTwin(section: string, file: string): Promise<Response> {
  const name = readPart(file)
  if (!name.endsWith(ENDING)) return notFound()
  const found = await getArticleAt(readPart(section), name.slice(0, -ENDING.length))
  switch (found.is) {
    case 'article':
      return twin(found.article)
    case 'moved':
      return movedTo(paths.twin({ slug: found.slug, section: { slug: found.section } }))
    case 'killed':
      return refusal(410, 'This article was withdrawn.')
    case 'nothing':
      return notFound()
  }
}

function twin(article: Article): Response {
  const { siteUrl } = readEnvironment()
  const canonical = `<${siteUrl}${paths.article(article)}>; rel="canonical"`
  return machineAnswer(writeTwin(article, siteUrl), 'text/markdown', { link: canonical })
}
