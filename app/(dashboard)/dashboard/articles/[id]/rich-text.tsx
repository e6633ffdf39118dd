'use client'

import { Editor } from '@tiptap/core'
import { memo, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { UploadList } from '@/app/_components/newsroom/upload-list'
import { picturesAmong, useUploads } from '@/app/_components/newsroom/use-uploads'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { useTyped } from './form-fields'
import { blockExtensions } from './rich/block-extensions'
import { noteRead, showBody, toBody, toDocument } from './rich/body-exchange'
import { cleanPaste } from './rich/clean-paste'
import { noteSizes } from './rich/picture-sizes'
import { setPictures } from './rich/set-pictures'
import { textExtensions } from './rich/text-extensions'
import { Toolbar } from './rich/toolbar'
import { findPicture } from './rich/use-found'
import { warmUp } from './rich/warm-up'
import type { Writing } from './use-editing'

type Props = { writing: Writing; pictures: DeskPicture[] }

/**
 * What the text is to whoever reads it by ear. The place among the fields is one that a plugin would add: were it missing
 * at first, all of the text would be drawn twice and measured in between.
 */
const TEXTBOX = { class: 'story', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Text', tabindex: '0' }

/** The text as it will look, to write in. */
export const RichText = memo(function RichText({ writing, pictures }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [isLinking, setIsLinking] = useState(false)
  const [leftOut, setLeftOut] = useState(0)
  const { attach, noteChange, saveNow, body } = writing
  const writer = useRef<Editor | null>(null)
  const { files, upload } = useUploads(
    useCallback(async (id: number) => {
      const picture = await findPicture(id)
      if (picture && writer.current) setPictures(writer.current, [picture])
    }, []),
  )
  const first = useRef({ body, pictures })
  useLayoutEffect(() => {
    if (!place.current) return
    const bring = (data: DataTransfer | null) => {
      const pictures = picturesAmong(data)
      if (pictures.length > 0) void upload(pictures)
      return pictures.length > 0
    }
    noteSizes(first.current.pictures)
    const made = new Editor({
      element: place.current,
      extensions: [...textExtensions(() => setIsLinking(true)), ...blockExtensions],
      content: toDocument(first.current.body),
      injectCSS: false,
      // It would look with every key for what was deleted, and nobody asks.
      enableCoreExtensions: { delete: false },
      editorProps: {
        attributes: TEXTBOX,
        transformPastedHTML: (html) => cleanPaste(html, setLeftOut),
        handlePaste: (_, { clipboardData }) => {
          // What is copied from a word processor brings a picture of itself along.
          if (clipboardData?.types.includes('text/html')) return false
          return bring(clipboardData)
        },
        handleDrop: (_, { dataTransfer }, __, isMoved) => !isMoved && bring(dataTransfer),
      },
      onUpdate: ({ transaction }) => {
        if (!transaction.getMeta('isFromOthers')) noteChange()
      },
    })
    noteRead(made, first.current.body)
    attach({ read: () => toBody(made), show: (next) => showBody(made, next) })
    writer.current = made
    setEditor(made)
    warmUp(made)
    return () => {
      attach(null)
      writer.current = null
      made.destroy()
    }
  }, [attach, noteChange, upload])
  return (
    <div className="rich">
      {editor && <Toolbar editor={editor} isLinking={isLinking} setIsLinking={setIsLinking} save={saveNow} />}
      <p className="rich-note" role="status">
        {leftOutWords(leftOut)}
      </p>
      <Place at={place} />
      <UploadList files={files} />
    </div>
  )
})

const DIRECTION = ['direction']

/** Where the text stands. It runs as the field beside it says, and is not drawn anew for it. */
function Place({ at }: { at: RefObject<HTMLDivElement | null> }) {
  const direction = useTyped(DIRECTION)?.direction
  return <div ref={at} id="body" className="rich-place" dir={direction} />
}

function leftOutWords(pictures: number): string {
  if (pictures === 0) return ''
  const [what, them] = pictures === 1 ? ['A picture was', 'it'] : [`${pictures} pictures were`, 'them']
  return `${what} not pasted. Bring ${them} by “Insert…”, “Picture”.`
}
