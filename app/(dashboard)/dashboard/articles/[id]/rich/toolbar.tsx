'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { countWords } from './count-words'
import { EmbedPicker } from './embed-picker'
import { LinkPicker } from './link-picker'
import { PicturePicker } from './picture-picker'
import { setPictures } from './set-pictures'

type Props = { editor: Editor; isLinking: boolean; setIsLinking: (is: boolean) => void; save: () => void }
type Tool = { label: string; sign: string; isOn?: (editor: Editor) => boolean; press: (editor: Editor) => void }

const TOOLS: Tool[] = [
  { label: 'Bold', sign: 'B', isOn: (e) => e.isActive('bold'), press: (e) => e.chain().focus().toggleBold().run() },
  {
    label: 'Italic',
    sign: 'I',
    isOn: (e) => e.isActive('italic'),
    press: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    label: 'Heading',
    sign: 'H2',
    isOn: (e) => e.isActive('heading', { level: 2 }),
    press: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: 'Small heading',
    sign: 'H3',
    isOn: (e) => e.isActive('heading', { level: 3 }),
    press: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: 'Quotation',
    sign: '“',
    isOn: (e) => e.isActive('blockquote'),
    press: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  {
    label: 'List',
    sign: '•',
    isOn: (e) => e.isActive('bulletList'),
    press: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    label: 'Numbered list',
    sign: '1.',
    isOn: (e) => e.isActive('orderedList'),
    press: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  { label: 'Move up', sign: '↑', press: (e) => e.chain().focus().moveBlock('up').run() },
  { label: 'Move down', sign: '↓', press: (e) => e.chain().focus().moveBlock('down').run() },
  { label: 'Undo', sign: '↶', press: (e) => e.chain().focus().undo().run() },
  { label: 'Redo', sign: '↷', press: (e) => e.chain().focus().redo().run() },
]

const paragraph = { type: 'paragraph' }
const INSERTED: Record<string, { label: string; node: object }> = {
  pullQuote: { label: 'Pull quote', node: { type: 'pullQuote' } },
  factBox: { label: 'Fact box', node: { type: 'factBox', content: [paragraph] } },
  timeline: {
    label: 'Timeline',
    node: { type: 'timeline', content: [{ type: 'timelineEntry', content: [paragraph] }] },
  },
  horizontalRule: { label: 'Rule', node: { type: 'horizontalRule' } },
}

const TABLE_TOOLS: Tool[] = [
  { label: 'Row below', sign: 'Row +', press: (e) => e.chain().focus().addRowAfter().run() },
  { label: 'Column after', sign: 'Column +', press: (e) => e.chain().focus().addColumnAfter().run() },
  { label: 'Delete row', sign: 'Row −', press: (e) => e.chain().focus().deleteRow().run() },
  { label: 'Delete column', sign: 'Column −', press: (e) => e.chain().focus().deleteColumn().run() },
  { label: 'Delete table', sign: 'Table −', press: (e) => e.chain().focus().deleteTable().run() },
]

/** What can be done with the text, as buttons; each has its key as well. */
export function Toolbar({ editor, isLinking, setIsLinking, save }: Props) {
  const words = useDrawnWithText(editor)
  const [isPicking, setIsPicking] = useState<'picture' | 'gallery' | 'embed' | null>(null)
  useSaveKey(save)
  const insert = (kind: string) => {
    if (kind === 'picture' || kind === 'gallery' || kind === 'embed') setIsPicking(kind)
    else if (kind === 'table') editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
    else if (INSERTED[kind]) editor.chain().focus().insertContent(INSERTED[kind].node).run()
  }
  return (
    <div className="rich-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: a toolbar has no element of its own */}
      <div role="group" aria-label="Text" className="rich-tools">
        {TOOLS.map((tool) => (
          <ToolButton key={tool.label} tool={tool} editor={editor} />
        ))}
        <button type="button" aria-pressed={editor.isActive('link')} onClick={() => setIsLinking(true)}>
          Link
        </button>
        <label>
          <span className="unseen">Insert</span>
          <select
            value=""
            onChange={({ target }) => {
              insert(target.value)
              target.value = ''
            }}
          >
            <option value="">Insert…</option>
            <option value="picture">Picture</option>
            <option value="gallery">Gallery</option>
            <option value="table">Table</option>
            <option value="embed">Embed</option>
            {Object.entries(INSERTED).map(([kind, { label }]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {editor.isActive('table') &&
          TABLE_TOOLS.map((tool) => <ToolButton key={tool.label} tool={tool} editor={editor} />)}
        <p className="rich-words">{`${words.toLocaleString('en-GB')} words`}</p>
      </div>
      {isLinking && <LinkPicker editor={editor} close={() => setIsLinking(false)} />}
      {(isPicking === 'picture' || isPicking === 'gallery') && (
        <PicturePicker
          isGallery={isPicking === 'gallery'}
          choose={(pictures) => setPictures(editor, pictures, isPicking === 'gallery')}
          close={() => setIsPicking(null)}
        />
      )}
      {isPicking === 'embed' && <EmbedPicker editor={editor} close={() => setIsPicking(null)} />}
    </div>
  )
}

function ToolButton({ tool: { label, sign, isOn, press }, editor }: { tool: Tool; editor: Editor }) {
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={isOn?.(editor)} onClick={() => press(editor)}>
      {sign}
    </button>
  )
}

/** Draws the buttons anew a moment after the text changed, not with every key. @returns how many words there are */
function useDrawnWithText(editor: Editor): number {
  const [words, setWords] = useState(0)
  const [, setTurn] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => setWords(countWords(editor.state.doc))
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        setTurn((turn) => turn + 1)
        count()
      }, 150)
    }
    count()
    editor.on('transaction', later)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor])
  return words
}

/** Saves by Ctrl or Cmd and S, wherever one is on the page. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [save])
}
