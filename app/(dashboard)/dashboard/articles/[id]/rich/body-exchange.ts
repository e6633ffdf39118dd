import type { Editor, JSONContent } from '@tiptap/core'
import type { Node as ProseNode } from '@tiptap/pm/model'
import type { ArticleBody, Block } from '@/lib/articles/article-body'
import { changeTo } from './change-to'

/** The body as the editor holds it: a document always has a block in it. */
export function toDocument({ content }: ArticleBody): JSONContent {
  return { type: 'doc', content: content.length > 0 ? (content as JSONContent[]) : [{ type: 'paragraph' }] }
}

/** The blocks that were read before, by their nodes: a node that did not change is the same one. */
const read = new WeakMap<ProseNode, Block>()

/** Notes what an editor was made with: a block that nobody touches is read as it came. */
export function noteRead({ state }: Editor, { content }: ArticleBody): void {
  if (state.doc.childCount !== content.length) return
  for (const [at, block] of content.entries()) read.set(state.doc.child(at), block)
}

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

/** Puts a body in the place of what the editor holds. The caret of whoever types stays in the word that they type. */
export function showBody({ view, state }: Editor, body: ArticleBody): void {
  const tr = changeTo(state, toDocument(body).content as Block[])
  if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false).setMeta('isFromOthers', true))
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
