'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { paths } from '@/lib/paths'
import { PickerDialog } from './picker-dialog'
import { useFound } from './use-found'

type Props = { editor: Editor; isGallery: boolean; close: () => void }

/** Sets a picture of the newsroom's, or several as a gallery, with the words that it is known by. */
export function PicturePicker({ editor, isGallery, close }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<DeskPicture[]>([])
  const found = useFound<DeskPicture>('pictures', words)
  const asPicture = ({ id, alt, caption, credit }: DeskPicture) => ({ media: id, alt, caption, credit })
  const press = (picture: DeskPicture) => {
    if (isGallery) {
      const isIn = chosen.some(({ id }) => id === picture.id)
      setChosen(isIn ? chosen.filter(({ id }) => id !== picture.id) : [...chosen, picture])
      return
    }
    editor
      .chain()
      .focus()
      .insertContent({ type: 'image', attrs: asPicture(picture) })
      .run()
    close()
  }
  const setGallery = () => {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'gallery', attrs: { title: '', pictures: chosen.map(asPicture) } })
      .run()
    close()
  }
  return (
    <PickerDialog title={isGallery ? 'Gallery' : 'Picture'} close={close}>
      <TextField
        name="picture-words"
        label="Find by name, caption or credit"
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <ul className="rich-pictures">
        {found.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              aria-pressed={isGallery ? chosen.some(({ id }) => id === picture.id) : undefined}
              onClick={() => press(picture)}
            >
              {/* biome-ignore lint/performance/noImgElement: pictures of the desk come as they are */}
              <img
                src={paths.deskPicture(picture.id)}
                alt=""
                width={picture.width}
                height={picture.height}
                loading="lazy"
              />
              <span>{picture.caption || picture.alt || picture.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>No picture has these words.</p>}
      {isGallery && (
        <p>
          <Button type="button" look="primary" isSmall disabled={chosen.length === 0} onClick={setGallery}>
            {`Set a gallery of ${chosen.length}`}
          </Button>
        </p>
      )}
    </PickerDialog>
  )
}
