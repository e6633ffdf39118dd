'use client'

import { type ChangeEvent, useCallback, useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { TextField } from '@/app/_components/newsroom/form-field'
import { UploadList } from '@/app/_components/newsroom/upload-list'
import { useUploads } from '@/app/_components/newsroom/use-uploads'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { PickerDialog } from './picker-dialog'
import { PictureGrid } from './picture-grid'
import { findPicture, useFound } from './use-found'

type Props = {
  /** Several can be chosen. */
  isGallery: boolean
  choose: (pictures: DeskPicture[]) => void
  close: () => void
}

/** Chooses among the newsroom's pictures, or brings a new one. */
export function PicturePicker({ isGallery, choose, close }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<DeskPicture[]>([])
  const found = useFound<DeskPicture>('pictures', words)
  const press = useCallback(
    (picture: DeskPicture) => {
      if (!isGallery) {
        choose([picture])
        close()
        return
      }
      setChosen((before) => {
        const isIn = before.some(({ id }) => id === picture.id)
        return isIn ? before.filter(({ id }) => id !== picture.id) : [...before, picture]
      })
    },
    [isGallery, choose, close],
  )
  const { files, upload } = useUploads(
    useCallback(
      async (id: number) => {
        const picture = await findPicture(id)
        if (picture) press(picture)
      },
      [press],
    ),
  )
  const bring = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    void upload([...(currentTarget.files ?? [])])
    currentTarget.value = ''
  }
  const isNew = (picture: DeskPicture) => !found.some(({ id }) => id === picture.id)
  return (
    <PickerDialog title={isGallery ? 'Gallery' : 'Picture'} close={close}>
      <div className="desk-field">
        <label htmlFor="picture-files">{isGallery ? 'Upload new ones' : 'Upload a new one'}</label>
        <input type="file" id="picture-files" accept="image/*" multiple={isGallery} onChange={bring} />
      </div>
      <UploadList files={files} />
      <TextField
        name="picture-words"
        label="Find by name, caption or credit"
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <PictureGrid
        pictures={[...chosen.filter(isNew), ...found]}
        chosen={isGallery ? chosen.map(({ id }) => id) : null}
        press={press}
      />
      {found.length === 0 && <p>No picture has these words.</p>}
      {isGallery && (
        <p>
          <Button
            type="button"
            look="primary"
            isSmall
            disabled={chosen.length === 0}
            onClick={() => {
              choose(chosen)
              close()
            }}
          >
            {`Set a gallery of ${chosen.length}`}
          </Button>
        </p>
      )}
    </PickerDialog>
  )
}
