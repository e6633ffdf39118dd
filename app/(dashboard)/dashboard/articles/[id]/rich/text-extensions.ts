import { Extension, Mark, Node } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { isLinkAddress } from '@/lib/link-address'
import { BlockIds } from './block-ids-extension'
import { MoveBlocks } from './move-blocks-extension'

const Superscript = Mark.create({
  name: 'superscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
})

const Subscript = Mark.create({
  name: 'subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
})

const ListItemOfBlocks = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

const CaptionedTable = Table.extend({
  content: 'tableRow+',
  addAttributes() {
    return { ...this.parent?.(), caption: { default: '', rendered: false } }
  },
})

/** Cells as the stored body has them: paragraphs, and how they stand. */
const alignment = {
  default: null,
  parseHTML: (element: HTMLElement) =>
    ['left', 'center', 'right'].find((side) => side === element.style.textAlign) ?? null,
  renderHTML: ({ align }: Record<string, unknown>) => (align ? { style: `text-align: ${align}` } : {}),
}
const Cell = TableCell.extend({
  content: 'paragraph+',
  addAttributes() {
    return { ...this.parent?.(), align: alignment }
  },
})
const HeadCell = TableHeader.extend({
  content: 'paragraph+',
  addAttributes() {
    return { ...this.parent?.(), align: alignment }
  },
})

const DeskKeys = Extension.create<{ askForLink: () => void }>({
  name: 'deskKeys',
  addOptions: () => ({ askForLink: () => {} }),
  addKeyboardShortcuts() {
    return {
      'Mod-k': () => {
        this.options.askForLink()
        return true
      },
    }
  },
})

/** What a text is made of, picked by hand. @param askForLink opens the picker of links */
export function textExtensions(askForLink: () => void) {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      underline: false,
      listItem: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        autolink: true,
        linkOnPaste: true,
        HTMLAttributes: { rel: null, target: null },
        isAllowedUri: (address) => isLinkAddress(address ?? ''),
      },
    }),
    ListItemOfBlocks,
    Superscript,
    Subscript,
    CaptionedTable.configure({ resizable: false }),
    TableRow,
    HeadCell,
    Cell,
    BlockIds,
    MoveBlocks,
    DeskKeys.configure({ askForLink }),
  ]
}
