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

/** Gives each block of the document an id for good; the second half of a block that is split gets one of its own. */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes() {
    return [{ types: BLOCKS, attributes: { id: { default: null, keepOnSplit: false, rendered: false } } }]
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('blockIds'),
        appendTransaction(transactions, _before, { doc, tr }) {
          if (!transactions.some(({ docChanged }) => docChanged)) return null
          const seen = new Set<string>()
          doc.forEach((node, offset) => {
            const id = node.attrs.id as string | null
            if (id && !seen.has(id)) seen.add(id)
            else tr.setNodeAttribute(offset, 'id', newBlockId())
          })
          return tr.docChanged ? tr.setMeta('addToHistory', false) : null
        },
      }),
    ]
  },
})
