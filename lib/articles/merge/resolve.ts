import type { ArticleBody, Block } from '../article-body'
import { newBlockId, withBlockId } from './block-ids'
import type { ArticleContent, Clash } from './merge-content'

export const CHOICES = ['theirs', 'mine', 'both'] as const
export type Choice = (typeof CHOICES)[number]

/**
 * Content with one clash decided: as they have it, as I have it, or both, one after the other. A choice of one kind, such as
 * the section, cannot be both; it is mine then.
 */
export function resolve(content: ArticleContent, clash: Clash, choice: Choice): ArticleContent {
  if (clash.is === 'field') return { ...content, [clash.field]: decide(clash.theirs, clash.mine, choice) }
  return { ...content, body: resolveBlock(content.body, clash, choice) }
}

function decide(theirs: unknown, mine: unknown, choice: Choice): unknown {
  if (choice !== 'both') return choice === 'theirs' ? theirs : mine
  const areWords = typeof theirs === 'string' && typeof mine === 'string' && /\s/.test(theirs + mine)
  return areWords ? [theirs, mine].filter(Boolean).join(' / ') : mine
}

function resolveBlock(body: ArticleBody, clash: Extract<Clash, { is: 'block' }>, choice: Choice): ArticleBody {
  const chosen: (Block | null)[] = choice === 'both' ? [clash.theirs, clash.mine] : [clash[choice]]
  const blocks = chosen.filter((block) => block !== null)
  const named = blocks.map((block, at) => withBlockId(block, at === 0 ? clash.id : newBlockId()))
  return { type: 'doc', content: body.content.flatMap((block) => (block.attrs?.id === clash.id ? named : [block])) }
}
