import type { Editor } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { whenIdle } from './when-idle'

/**
 * Has what keys need made while the page has nothing to do: what tells a link from a word, which learns every ending of an
 * address by heart, would else be made by the first space that is typed, and keep its frame waiting.
 */
export function warmUp(editor: Editor): void {
  whenIdle(() => {
    if (!editor.isDestroyed) finishWord(editor)
  })
}

/** Finishes a word in a text that nobody sees. */
function finishWord({ schema, state: { plugins } }: Editor): void {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('word')])])
  const unseen = EditorState.create({ doc, plugins })
  unseen.applyTransaction(unseen.tr.insertText(' ', doc.content.size - 1))
}
