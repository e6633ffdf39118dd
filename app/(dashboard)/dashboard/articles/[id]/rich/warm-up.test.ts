import { type Editor, getSchema } from '@tiptap/core'
import { EditorState, Plugin } from '@tiptap/pm/state'
import { afterEach, expect, it, vi } from 'vitest'
import { blockExtensions } from './block-extensions'
import { textExtensions } from './text-extensions'
import { warmUp } from './warm-up'

afterEach(() => vi.unstubAllGlobals())

function someEditor(isDestroyed = false) {
  const seen: string[] = []
  const plugin = new Plugin({
    appendTransaction(_, __, { doc }) {
      seen.push(doc.textContent)
      return null
    },
  })
  const schema = getSchema([...textExtensions(() => {}), ...blockExtensions])
  const editor = { schema, state: EditorState.create({ schema, plugins: [plugin] }), isDestroyed }
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work))
  warmUp(editor as unknown as Editor)
  return { seen, editor, rest: () => idle.shift()?.() }
}

it('finishes a word for the extensions to look at, once the page rests, and leaves the text as it is', () => {
  const { seen, editor, rest } = someEditor()
  const { doc } = editor.state
  expect(seen).toEqual([])
  rest()
  expect(seen).toEqual(['word '])
  expect(editor.state.doc).toBe(doc)
})

it('does nothing for a text that was closed meanwhile', () => {
  const { seen, rest } = someEditor(true)
  rest()
  expect(seen).toEqual([])
})
