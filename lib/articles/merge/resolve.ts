import type { ArticleBody, Block, Picture } from '../article-body'
import { newBlockId, withBlockId } from './block-ids'
import { type ArticleContent, type Clash, WORD_FIELDS } from './merge-content'
import { isSame } from './sameness'

export const CHOICES = ['theirs', 'mine', 'both'] as const
export type Choice = (typeof CHOICES)[number]

/**
 * Content with one clash decided: as they have it, as I have it, or both, one after the other. A choice of one kind, such as
 * the section, cannot be both; it is mine then.
 */
export function resolve(content: ArticleContent, clash: Clash, choice: Choice): ArticleContent {
  if (clash.is === 'block') return { ...content, body: resolveBlock(content.body, clash, choice) }
  const { field, theirs, mine } = clash
  return { ...content, [field]: choice === 'both' ? both(field, theirs, mine) : clash[choice] }
}

function both(field: string, theirs: unknown, mine: unknown): unknown {
  if (WORD_FIELDS.has(field)) return bothWords(theirs, mine)
  if (field === 'leadImage' && theirs && mine) return bothPictures(theirs as Picture, mine as Picture)
  return mine
}

/** One picture has the words of both; of two, mine. */
function bothPictures(theirs: Picture, mine: Picture): Picture {
  if (theirs.media !== mine.media) return mine
  const words = (name: 'alt' | 'caption' | 'credit') => bothWords(theirs[name], mine[name])
  return { ...mine, alt: words('alt'), caption: words('caption'), credit: words('credit') }
}

function bothWords(theirs: unknown, mine: unknown): string {
  const sides = [theirs, mine].filter(Boolean).map(String)
  return isSame(theirs, mine) ? (sides[0] ?? '') : sides.join(' / ')
}

function resolveBlock(body: ArticleBody, clash: Extract<Clash, { is: 'block' }>, choice: Choice): ArticleBody {
  const chosen: (Block | null)[] = choice === 'both' ? [clash.theirs, clash.mine] : [clash[choice]]
  const blocks = chosen.filter((block) => block !== null)
  const named = blocks.map((block, at) => withBlockId(block, at === 0 ? clash.id : newBlockId()))
  return { type: 'doc', content: body.content.flatMap((block) => (block.attrs?.id === clash.id ? named : [block])) }
}
