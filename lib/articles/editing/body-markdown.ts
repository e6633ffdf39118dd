import { writeMarkdown } from '../../markdown/markdown-writer'
import type { ArticleBody } from '../article-body'

/** A body as Markdown to write in, where there is no script. Pictures go by their number: `![alt](media/12 "caption | credit")`. */
export function bodyToMarkdown(body: ArticleBody): string {
  return writeMarkdown(body, (id) => `media/${id}`)
}
