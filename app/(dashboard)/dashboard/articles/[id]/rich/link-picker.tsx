'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import type { OwnArticle } from '@/lib/articles/desk/find-articles-sql'
import { isLinkAddress } from '@/lib/link-address'
import { PickerDialog } from './picker-dialog'
import { useFound } from './use-found'

/** Sets a link: an address, or an article of the paper found by its headline. */
export function LinkPicker({ editor, close }: { editor: Editor; close: () => void }) {
  const [typed, setTyped] = useState(String(editor.getAttributes('link').href ?? ''))
  const [isWrong, setIsWrong] = useState(false)
  const found = useFound<OwnArticle>('articles', isLinkAddress(typed) ? '' : typed)
  const set = (address: string, words: string) => {
    if (!isLinkAddress(address)) return setIsWrong(true)
    const chain = editor.chain().focus()
    const mark = { type: 'link', attrs: { href: address } }
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: words, marks: [mark] }).run()
    else chain.extendMarkRange('link').setLink({ href: address }).run()
    close()
  }
  return (
    <PickerDialog title="Link" close={close}>
      <TextField
        name="link-address"
        label="Address, or words of a headline"
        value={typed}
        error={isWrong ? 'A link begins with https://, http://, mailto:, tel:, / or #.' : undefined}
        onChange={({ target }) => {
          setIsWrong(false)
          setTyped(target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          set(typed.trim(), typed.trim())
        }}
      />
      <p className="desk-row">
        <Button type="button" look="primary" isSmall onClick={() => set(typed.trim(), typed.trim())}>
          Set the link
        </Button>
        {editor.isActive('link') && (
          <Button
            type="button"
            isSmall
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run()
              close()
            }}
          >
            Take the link out
          </Button>
        )}
      </p>
      <ul className="rich-found">
        {found.map(({ id, headline, address, isPublic }) => (
          <li key={id}>
            <button type="button" onClick={() => set(address, headline)}>
              {headline || address} <small>{isPublic ? address : `${address}, not public yet`}</small>
            </button>
          </li>
        ))}
      </ul>
    </PickerDialog>
  )
}
