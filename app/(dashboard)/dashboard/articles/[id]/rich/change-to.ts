import type { Node as ProseNode } from '@tiptap/pm/model'
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Block } from '@/lib/articles/article-body'
import { tokensOf } from '@/lib/articles/merge/merge-text'
import { matches } from '@/lib/articles/merge/three-way'

/**
 * The change that makes of a text what others made of it. Only what is different is touched, block by block and word by
 * word, so that the caret stays in the word that is being typed.
 */
export function changeTo({ doc, schema, selection, tr }: EditorState, wanted: Block[]): Transaction {
  const caret = caretOf(doc, selection)
  const blocks = wanted.map((block) => schema.nodeFromJSON(block))
  changeChildren(tr, doc, blocks, 0, (node) => String(node.attrs.id))
  if (tr.docChanged && caret) keepCaret(tr, caret)
  return tr
}

/**
 * @param place where the first of the parent's children begins
 * @param keyOf children with the same key are the same child
 */
function changeChildren(
  tr: Transaction,
  parent: ProseNode,
  wanted: readonly ProseNode[],
  place: number,
  keyOf: (node: ProseNode, at: number) => string,
): void {
  const partners = matches(parent.children.map(keyOf), wanted.map(keyOf))
  const gone: [from: number, to: number][] = []
  let upTo = wanted.length
  let end = place + parent.content.size
  // From the end, so that the places of what comes before stay as they are.
  for (let at = parent.childCount - 1; at >= 0; at -= 1) {
    const child = parent.child(at)
    const begin = end - child.nodeSize
    const partner = partners[at]
    if (partner === undefined) gone.push([begin, end])
    else {
      if (partner + 1 < upTo) tr.insert(end, wanted.slice(partner + 1, upTo))
      changeNode(tr, child, wanted[partner] as ProseNode, begin)
      upTo = partner
    }
    end = begin
  }
  if (upTo > 0) tr.insert(place, wanted.slice(0, upTo))
  // Last, as a text, a list and a table may never be empty.
  for (const [from, to] of gone) tr.delete(tr.mapping.map(from, 1), tr.mapping.map(to, -1))
}

function changeNode(tr: Transaction, old: ProseNode, next: ProseNode, place: number): void {
  if (old.eq(next)) return
  const isAlike = old.type === next.type || (old.isTextblock && next.isTextblock)
  if (!isAlike || !next.type.validContent(old.content)) tr.replaceWith(place, place + old.nodeSize, next)
  else {
    if (old.isTextblock) changeWords(tr, old, next, place + 1)
    else changeChildren(tr, old, next.children, place + 1, (_, at) => String(at))
    if (!old.sameMarkup(next)) tr.setNodeMarkup(place, next.type, next.attrs, next.marks)
  }
}

function changeWords(tr: Transaction, old: ProseNode, next: ProseNode, place: number): void {
  const [words, wanted] = [wordsOf(old), wordsOf(next)]
  const partners = matches(
    words.map(({ key }) => key),
    wanted.map(({ key }) => key),
  )
  const put = (from: number, to: number, upFrom: number, upTo: number) => {
    const [begin, end] = [startOf(wanted, upFrom), startOf(wanted, upTo)]
    if (from < to || begin < end) tr.replaceWith(place + from, place + to, next.content.cut(begin, end).content)
  }
  let end = startOf(words, words.length)
  let upTo = wanted.length
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const partner = partners[at]
    if (partner === undefined) continue
    put(startOf(words, at + 1), end, partner + 1, upTo)
    end = startOf(words, at)
    upTo = partner
  }
  put(0, end, 0, upTo)
}

type Word = { key: string; start: number; size: number }

/** The words, spaces and signs of a block, each with the marks that it stands under. */
function wordsOf(block: ProseNode): Word[] {
  const words: Word[] = []
  block.forEach((node, offset) => {
    const style = node.marks.map(({ type, attrs }) => `${type.name}${JSON.stringify(attrs)}`).join()
    let start = offset
    for (const text of node.isText ? tokensOf(node.text ?? '') : [null]) {
      const size = text?.length ?? node.nodeSize
      words.push({ key: `${text ?? node.type.name + JSON.stringify(node.attrs)} ${style}`, start, size })
      start += size
    }
  })
  return words
}

/** Where a word begins in its block; after the last one, the block's end. */
function startOf(words: Word[], at: number): number {
  const last = words.at(-1)
  return words[at]?.start ?? (last ? last.start + last.size : 0)
}

type Caret = { anchor: number; head: number; block: string; begin: number }

function caretOf(doc: ProseNode, selection: Selection): Caret | null {
  if (!(selection instanceof TextSelection)) return null
  const { anchor, head, $head } = selection
  return { anchor, head, block: String(doc.maybeChild($head.index(0))?.attrs.id), begin: $head.before(1) }
}

/** What others put where somebody types comes after it; where their block was moved, they go with it. */
function keepCaret(tr: Transaction, { anchor, head, block, begin }: Caret): void {
  const map = (place: number) => tr.mapping.mapResult(place, -1)
  const [a, h] = [map(anchor), map(head)]
  const moved = h.deletedAcross ? placeOf(tr.doc, block) : null
  const at = (place: number) => tr.doc.resolve(Math.min(place, tr.doc.content.size))
  if (moved === null) tr.setSelection(TextSelection.between(at(a.pos), at(h.pos)))
  else tr.setSelection(TextSelection.near(at(moved + head - begin), -1))
}

function placeOf(doc: ProseNode, id: string): number | null {
  let found: number | null = null
  doc.forEach((node, offset) => {
    if (String(node.attrs.id) === id) found = offset
  })
  return found
}
