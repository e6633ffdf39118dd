import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { newBlockId } from '@/lib/articles/merge/block-ids'

/** Every kind of block that can stand in the document itself. */
const BLOCKS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'pullQuote',
  'image',
  'gallery',
  'table',
  'embed',
  'factBox',
  'timeline',
  'codeBlock',
  'horizontalRule',
]

/**
 * Gives each block of the document an id for good: one that becomes a heading or a list stays the same block, so that what
 * others write in it meanwhile is merged; the second half of a block that is split gets an id of its own.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes() {
    return [{ types: BLOCKS, attributes: { id: { default: null, keepOnSplit: false, rendered: false } } }]
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('blockIds'),
        appendTransaction(transactions, before, { doc, tr }) {
          if (!transactions.some(({ docChanged }) => docChanged)) return null
          const taken = new Set<string>(doc.children.map(({ attrs }) => attrs.id))
          const seen = new Set<string>()
          doc.forEach((node, offset, at) => {
            const id = node.attrs.id as string | null
            if (id && !seen.has(id)) {
              seen.add(id)
              return
            }
            // Where no block came or went, it is the one that stood here.
            const was = doc.childCount === before.doc.childCount ? before.doc.child(at).attrs.id : null
            tr.setNodeAttribute(offset, 'id', was && !taken.has(was) ? was : newBlockId())
          })
          return tr.docChanged ? tr.setMeta('addToHistory', false) : null
        },
      }),
    ]
  },
})
