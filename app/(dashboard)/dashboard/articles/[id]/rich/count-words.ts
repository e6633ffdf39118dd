import type { Node as ProseNode } from '@tiptap/pm/model'

/** How many words each block has: one that did not change is not counted again. */
const counted = new WeakMap<ProseNode, number>()

/** How many words a text has. */
export function countWords(doc: ProseNode): number {
  let words = 0
  doc.forEach((block) => {
    const known = counted.get(block) ?? wordsIn(block)
    counted.set(block, known)
    words += known
  })
  return words
}

function wordsIn(block: ProseNode): number {
  return block.textBetween(0, block.content.size, ' ', ' ').match(/\S+/g)?.length ?? 0
}
