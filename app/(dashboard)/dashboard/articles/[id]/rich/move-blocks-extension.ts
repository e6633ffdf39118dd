import { Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    moveBlocks: {
      /** Moves the block that one is in before the one above it, or behind the one below. It stays the same block. */
      moveBlock: (direction: 'up' | 'down') => ReturnType
    }
  }
}

/** Moves blocks without dragging them: by Alt and an arrow key, and by buttons. */
export const MoveBlocks = Extension.create({
  name: 'moveBlocks',
  addCommands: () => ({
    moveBlock:
      (direction) =>
      ({ state, tr, dispatch }) =>
        moveBlock(state, direction, dispatch ? tr : null),
  }),
  addKeyboardShortcuts() {
    return {
      'Alt-ArrowUp': () => this.editor.commands.moveBlock('up'),
      'Alt-ArrowDown': () => this.editor.commands.moveBlock('down'),
    }
  },
})

/** @returns whether there is somewhere to move it to */
export function moveBlock({ doc, selection }: EditorState, direction: 'up' | 'down', tr: Transaction | null): boolean {
  const at = selection.$from.index(0)
  const block = doc.maybeChild(at)
  const neighbour = doc.maybeChild(direction === 'up' ? at - 1 : at + 1)
  if (!block || !neighbour || selection.to > selection.$from.posAtIndex(at, 0) + block.nodeSize) return false
  if (!tr) return true
  const from = selection.$from.posAtIndex(at, 0)
  const to = direction === 'up' ? from - neighbour.nodeSize : from + neighbour.nodeSize
  tr.delete(from, from + block.nodeSize).insert(to, block)
  const moved = to - from
  if (selection instanceof NodeSelection && selection.from === from) tr.setSelection(NodeSelection.create(tr.doc, to))
  else
    tr.setSelection(
      TextSelection.between(tr.doc.resolve(selection.anchor + moved), tr.doc.resolve(selection.head + moved)),
    )
  tr.scrollIntoView()
  return true
}
