import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { moveBlock } from './move-blocks-extension'
import { textExtensions } from './text-extensions'

const schema = getSchema(textExtensions(() => {}))
const doc = schema.nodeFromJSON({
  type: 'doc',
  content: ['One', 'Two', 'Three'].map((text) => ({
    type: 'paragraph',
    attrs: { id: text },
    content: [{ type: 'text', text }],
  })),
})
const caretIn = (place: number) => EditorState.create({ doc, selection: TextSelection.create(doc, place) })

it.each([
  ['up', 7, ['Two', 'One', 'Three']],
  ['down', 7, ['One', 'Three', 'Two']],
  ['down', 2, ['Two', 'One', 'Three']],
] as const)('moves a block %s, with its id and the caret in it', (direction, place, order) => {
  const before = caretIn(place)
  const { tr } = before
  expect(moveBlock(before, direction, tr)).toBe(true)
  const after = before.apply(tr)
  expect(after.doc.children.map(({ attrs }) => attrs.id)).toEqual(order)
  expect(after.doc.children.map(({ textContent }) => textContent)).toEqual(order)
  const { $head } = after.selection
  expect([$head.parent.textContent, $head.parentOffset]).toEqual([
    before.selection.$head.parent.textContent,
    before.selection.$head.parentOffset,
  ])
})

it('has nowhere to go from either end', () => {
  expect(moveBlock(caretIn(1), 'up', null)).toBe(false)
  expect(moveBlock(caretIn(12), 'down', null)).toBe(false)
})
