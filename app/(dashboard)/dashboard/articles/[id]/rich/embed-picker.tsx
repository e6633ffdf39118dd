'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import { providerOf } from '@/lib/articles/embed-providers'
import { PickerDialog } from './picker-dialog'

/** Sets a page of someone else's: shown where its provider is known, linked to where not. */
export function EmbedPicker({ editor, close }: { editor: Editor; close: () => void }) {
  const [address, setAddress] = useState('')
  const [title, setTitle] = useState('')
  const isFit = URL.canParse(address) && new URL(address).protocol === 'https:'
  const provider = isFit ? providerOf(address) : null
  const set = () => {
    if (!provider) return
    const attrs = { provider: provider.name.slice(0, 60), address, title: title.trim() || address }
    editor.chain().focus().insertContent({ type: 'embed', attrs }).run()
    close()
  }
  return (
    <PickerDialog title="Embed" close={close}>
      <TextField
        name="embed-address"
        label="Address of the page"
        hint={
          provider ? `${provider.name}${provider.frame ? '' : ': it can only be linked to'}` : 'Begins with https://'
        }
        value={address}
        onChange={({ target }) => setAddress(target.value.trim())}
      />
      <TextField
        name="embed-title"
        label="Title"
        hint="What readers see before it is loaded."
        value={title}
        maxLength={300}
        onChange={({ target }) => setTitle(target.value)}
      />
      <p>
        <Button type="button" look="primary" isSmall disabled={!isFit} onClick={set}>
          Set the embed
        </Button>
      </p>
    </PickerDialog>
  )
}
