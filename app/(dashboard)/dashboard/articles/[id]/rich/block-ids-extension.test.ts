import { getSchema } from '@tiptap/core'
import type { NodeType } from '@tiptap/pm/model'
import { EditorState, type Plugin } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { blockExtensions } from './block-extensions'
import { BlockIds } from './block-ids-extension'
import { textExtensions } from './text-extensions'

const schema = getSchema([...textExtensions(() => {}), ...blockExtensions])
const paragraph = (text: string, id: string) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})
const content = [paragraph('One', 'a'), paragraph('Two', 'b')]
const start = EditorState.create({
  doc: schema.nodeFromJSON({ type: 'doc', content }),
  plugins: BlockIds.config.addProseMirrorPlugins?.call({} as never) as Plugin[],
})
const idsOf = ({ doc }: EditorState) => doc.children.map(({ attrs }) => attrs.id as string)

it('is the same block when it becomes a heading', () => {
  const after = start.apply(start.tr.setBlockType(1, 1, schema.nodes.heading as NodeType, { level: 2 }))
  expect(after.doc.firstChild?.type.name).toBe('heading')
  expect(idsOf(after)).toEqual(['a', 'b'])
})

it('gives the second half of a split block, and a copy, an id of their own', () => {
  const split = idsOf(start.apply(start.tr.split(2)))
  expect(split).toEqual(['a', expect.stringMatching(/^[0-9a-z]{10}$/), 'b'])
  const { doc, tr } = start
  const copied = idsOf(start.apply(tr.insert(doc.content.size, doc.child(0))))
  expect(copied).toEqual(['a', 'b', expect.stringMatching(/^[0-9a-z]{10}$/)])
})

it('gives what stands in the place of another block that is still there its own', () => {
  const { doc, tr } = start
  const moved = tr.delete(0, doc.child(0).nodeSize).insert(doc.child(1).nodeSize, schema.node('paragraph'))
  const [first, second] = idsOf(start.apply(moved))
  expect(first).toBe('b')
  expect(second).not.toBe('b')
})
