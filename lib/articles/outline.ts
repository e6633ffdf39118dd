import type { ArticleBody, Block } from './article-body'
import { plainText } from './body-text'
import { slugFrom } from './slug'

export type OutlineEntry = { id: string; text: string; level: 2 | 3 }

/** The headings of a body that say something: what each is found under and how deep it stands, and the list of them. */
export type Outline = { placeOf: ReadonlyMap<Block, Omit<OutlineEntry, 'text'>>; entries: OutlineEntry[] }

/** From how many headings on an article has a table of contents. */
const ENOUGH = 4

/** Ids that the page around the text has: a heading that says the same is counted on. */
const TAKEN = /^(?:comments?(?:-.*)?|contents|key-points|main|related|sections|share)$/

/**
 * Gives every heading of a body an id that no other on the page has (HTML §3.2.6.1): its words, and a number when they
 * were said before. Words that are added further down change none of the ids above them. Nothing stands a level deeper
 * that has nothing above it (WCAG 2.2, 1.3.1).
 */
export function outlineOf(body: ArticleBody): Outline {
  const placeOf = new Map<Block, Omit<OutlineEntry, 'text'>>()
  const entries: OutlineEntry[] = []
  const taken = new Map<string, number>()
  let hasUpper = false
  const visit = (blocks: Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'heading') {
        const text = plainText(block).replace(/\s+/g, ' ').trim()
        if (text === '') continue
        const id = freeId(wishedId(text), taken)
        hasUpper ||= block.attrs.level === 2
        const level = hasUpper ? block.attrs.level : 2
        placeOf.set(block, { id, level })
        entries.push({ id, text, level })
      }
      if (block.type === 'blockquote') visit(block.content)
      if (block.type === 'bulletList' || block.type === 'orderedList')
        for (const item of block.content) visit(item.content)
    }
  }
  visit(body.content)
  return { placeOf, entries }
}

/** What a table of contents lists; nothing for an article that is looked over at a glance. */
export function contentsOf({ entries }: Outline): OutlineEntry[] {
  return entries.length >= ENOUGH ? entries : []
}

/** An id begins with a letter, so that a style or a script can name it without escaping it. */
function wishedId(text: string): string {
  const slug = slugFrom(text)
  return /^\p{L}/u.test(slug) ? slug : ['part', slug].filter(Boolean).join('-')
}

/** @param taken each id so far with the number that was last put to it */
function freeId(wished: string, taken: Map<string, number>): string {
  let count = taken.get(wished) ?? (TAKEN.test(wished) ? 1 : 0)
  let id = ''
  do {
    count += 1
    id = count === 1 ? wished : `${wished}-${count}`
  } while (count > 1 && taken.has(id))
  taken.set(wished, count)
  if (count > 1) taken.set(id, 1)
  return id
}
