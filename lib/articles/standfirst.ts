import type { Article } from './article'
import { plainText } from './body-text'

/** Whether the body begins with the standfirst itself, so that a page says it once. */
export function opensWithStandfirst({ body, standfirst }: Pick<Article, 'body' | 'standfirst'>): boolean {
  const [first] = body.content
  return standfirst !== '' && first?.type === 'paragraph' && plainText(first).trim() === standfirst.trim()
}
