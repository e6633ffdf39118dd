import type { Editor, JSONContent } from '@tiptap/core'
import { Fragment, type Node as ProseNode } from '@tiptap/pm/model'
import type { ArticleBody, Block } from '@/lib/articles/article-body'
import { isSame } from '@/lib/articles/merge/sameness'

/** The body as the editor holds it: a document always has a block in it. */
export function toDocument({ content }: ArticleBody): JSONContent {
  return { type: 'doc', content: content.length > 0 ? (content as JSONContent[]) : [{ type: 'paragraph' }] }
}

/** The blocks that were read before, by their nodes: a node that did not change is the same one. */
const read = new WeakMap<ProseNode, Block>()

/** What the editor holds, as a body. One empty paragraph alone is nothing. */
export function toBody(editor: Editor): ArticleBody {
  const content: Block[] = []
  editor.state.doc.forEach((node) => {
    const known = read.get(node) ?? (plain(node.toJSON()) as Block)
    read.set(node, known)
    content.push(known)
  })
  const [only] = content
  const isNothing = content.length === 1 && only?.type === 'paragraph' && (only.content ?? []).length === 0
  return { type: 'doc', content: isNothing ? [] : content }
}

/** Puts a body in the place of what the editor holds, touching only what is different, so that the caret stays. */
export function showBody(editor: Editor, body: ArticleBody): void {
  const { state } = editor
  const wanted = toDocument(body).content as Block[]
  const old: { node: ProseNode; place: number }[] = []
  state.doc.forEach((node, place) => {
    old.push({ node, place })
  })
  const blockAt = (index: number) => plain(old[index]?.node.toJSON()) as Block
  const isKept = (index: number, block: Block | undefined) =>
    block !== undefined && old[index]?.node.attrs.id === (block.attrs?.id ?? null) && isSame(blockAt(index), block)
  let start = 0
  while (start < Math.min(old.length, wanted.length) && isKept(start, wanted[start])) start += 1
  let end = 0
  while (
    end < Math.min(old.length, wanted.length) - start &&
    isKept(old.length - 1 - end, wanted[wanted.length - 1 - end])
  )
    end += 1
  const [middleOld, middleNew] = [old.slice(start, old.length - end), wanted.slice(start, wanted.length - end)]
  if (middleOld.length === 0 && middleNew.length === 0) return
  const { tr } = state
  const made = (block: Block) => state.schema.nodeFromJSON(block)
  const isPairwise =
    middleOld.length === middleNew.length &&
    middleOld.every(({ node }, at) => node.attrs.id === middleNew[at]?.attrs?.id)
  if (isPairwise) {
    for (const [at, { node, place }] of [...middleOld.entries()].reverse())
      replaceDifference(tr, node, made(middleNew[at] as Block), place)
  } else {
    const from = old[start]?.place ?? state.doc.content.size
    const last = middleOld.at(-1)
    tr.replaceWith(from, last ? last.place + last.node.nodeSize : from, Fragment.from(middleNew.map(made)))
  }
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('isFromOthers', true))
}

/** Replaces within one block only the stretch that differs. */
function replaceDifference(tr: Editor['state']['tr'], old: ProseNode, next: ProseNode, place: number): void {
  if (old.eq(next)) return
  const from = old.content.findDiffStart(next.content)
  const to = old.content.findDiffEnd(next.content)
  if (!old.sameMarkup(next) || from === null || !to) {
    tr.replaceWith(place, place + old.nodeSize, next)
    return
  }
  // Where a letter is doubled the two ends overlap.
  const overlap = Math.max(0, from - Math.min(to.a, to.b))
  tr.replace(place + 1 + from, place + 1 + to.a + overlap, next.slice(from, to.b + overlap))
}

/** A node's JSON without what says nothing: empty attributes, and those that only the editor knows. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
    .filter(([name, own]) => own !== null && own !== undefined && !EDITORS_OWN.has(name))
    .map(([name, own]) => [name, plain(own)])
  const made = Object.fromEntries(entries) as Record<string, unknown>
  const { type, attrs } = made
  if (type === 'link' && attrs) made.attrs = { href: (attrs as { href: string }).href }
  if (attrs && Object.keys(attrs).length === 0) delete made.attrs
  return made
}

const EDITORS_OWN = new Set(['colwidth', 'language', 'tight'])
