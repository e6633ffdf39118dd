import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import type { Block } from '@/lib/articles/article-body'
import { chanceOf, randomContent, randomEdit, writerOf } from '@/lib/articles/merge/random-edits'
import { blockExtensions } from './block-extensions'
import { changeTo } from './change-to'
import { textExtensions } from './text-extensions'

const schema = getSchema([...textExtensions(() => {}), ...blockExtensions])
const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: text ? [{ type: 'text', text }] : [],
})
const heading = (id: string, text: string): Block => ({
  type: 'heading',
  attrs: { id, level: 2 },
  content: [{ type: 'text', text }],
})

/** An editor with a text, whose caret stands behind a word of it. */
function editorAt(blocks: Block[], word: string): EditorState {
  const state = EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content: blocks }) })
  let place = 0
  state.doc.descendants((node, at) => {
    const found = node.text?.indexOf(word) ?? -1
    if (found >= 0) place = at + found + word.length
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
}

/** What stands before the caret in its block. */
const beforeCaret = ({ selection: { $head } }: EditorState) => $head.parent.textBetween(0, $head.parentOffset)
const textsOf = ({ doc }: EditorState) => doc.children.map(({ textContent }) => textContent)

const began = [paragraph('a', 'One two.'), paragraph('b', 'I type here now'), paragraph('c', 'Three.')]

describe('the caret', () => {
  const cases: [string, Block[]][] = [
    ['stays when blocks come before and after', [paragraph('x', 'New.'), ...began, paragraph('y', 'New too.')]],
    ['stays when others change around it', [paragraph('a', 'One.'), began[1] as Block, paragraph('c', 'Four.')]],
    ['stays between changes in its own block', [paragraph('b', 'Now I type here and now')]],
    ['stays in a block that becomes a heading', [heading('b', 'I type here now')]],
    ['stays before what others put at its place', [paragraph('b', 'I type here too now')]],
    ['goes with a block that others moved', [began[2] as Block, began[0] as Block, began[1] as Block]],
    ['goes with a block that others moved up', [began[1] as Block, began[2] as Block, began[0] as Block]],
  ]
  it.each(cases)('%s', (_, wanted) => {
    const before = editorAt(began, 'here')
    const after = before.apply(changeTo(before, wanted))
    expect(textsOf(after)).toEqual(wanted.map((block) => schema.nodeFromJSON(block).textContent))
    expect(beforeCaret(after)).toMatch(/I type here$/)
  })

  it('stays in its item when others change the items around', () => {
    const list = (...lines: string[]): Block => ({
      type: 'bulletList',
      attrs: { id: 'l' },
      content: lines.map((text) => ({ type: 'listItem', content: [paragraph('', text)] })),
    })
    const before = editorAt([list('one', 'I type here', 'three')], 'here')
    const after = before.apply(changeTo(before, [list('one more', 'I type here', 'three more', 'four')]))
    expect(textsOf(after)).toEqual(['one moreI type herethree morefour'])
    expect(beforeCaret(after)).toBe('I type here')
  })
})

it('makes of any text any other', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const chance = chanceOf(seed)
    const word = writerOf('w')
    const content = randomContent(chance, word)
    let next = content
    for (let count = chance.below(8); count >= 0; count -= 1) next = randomEdit(next, chance, word)
    const before = EditorState.create({ doc: schema.nodeFromJSON(content.body) })
    const wanted = next.body.content.length > 0 ? next.body.content : [paragraph('z', '')]
    const { doc } = before.apply(changeTo(before, wanted))
    doc.check()
    const whole = schema.nodeFromJSON({ type: 'doc', content: wanted })
    expect(doc.toJSON(), `${seed}`).toEqual(whole.toJSON())
  }
})
