'use client'

import { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { blockExtensions } from './rich/block-extensions'
import { showBody, toBody, toDocument } from './rich/body-exchange'
import { cleanPaste } from './rich/clean-paste'
import { textExtensions } from './rich/text-extensions'
import { Toolbar } from './rich/toolbar'
import type { Editing } from './use-editing'

type Props = { editing: Editing; pictures: DeskPicture[] }

/** The text as it will look, to write in. */
export function RichText({ editing }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [isLinking, setIsLinking] = useState(false)
  const { attach, noteChange, body } = editing
  const first = useRef(body)
  useEffect(() => {
    if (!place.current) return
    const made = new Editor({
      element: place.current,
      extensions: [...textExtensions(() => setIsLinking(true)), ...blockExtensions],
      content: toDocument(first.current),
      injectCSS: false,
      editorProps: {
        attributes: { class: 'story', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Text' },
        transformPastedHTML: cleanPaste,
      },
      onUpdate: ({ transaction }) => {
        if (!transaction.getMeta('isFromOthers')) noteChange()
      },
    })
    attach({ read: () => toBody(made), show: (next) => showBody(made, next) })
    setEditor(made)
    return () => {
      attach(null)
      made.destroy()
    }
  }, [attach, noteChange])
  return (
    <div className="rich">
      {editor && <Toolbar editor={editor} isLinking={isLinking} setIsLinking={setIsLinking} save={editing.saveNow} />}
      <div ref={place} id="body" className="rich-place" />
    </div>
  )
}
