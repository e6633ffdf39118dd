'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, type DragEvent, useCallback, useEffect, useState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { UploadList } from '@/app/_components/newsroom/upload-list'
import { picturesAmong, useUploads } from '@/app/_components/newsroom/use-uploads'
import { paths } from '@/lib/paths'

/** Where pictures come in: chosen, dropped anywhere on it, or pasted. Without a script it is a form that sends them. */
export function UploadForm({ problems }: { problems: string[] }) {
  const router = useRouter()
  const [isOver, setIsOver] = useState(false)
  const [isLive, setIsLive] = useState(false)
  const { files, upload } = useUploads(useCallback(() => router.refresh(), [router]))
  useEffect(() => {
    setIsLive(true)
    const paste = (event: ClipboardEvent) => {
      const pictures = picturesAmong(event.clipboardData)
      if (pictures.length > 0) void upload(pictures)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [upload])
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    if (!isLive || !currentTarget.files) return
    void upload([...currentTarget.files])
    currentTarget.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void upload(picturesAmong(event.dataTransfer))
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the field below is for everyone
    <div
      className={`desk-drop${isOver ? ' is-over' : ''}`}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <form method="post" action={paths.uploadMedia()} encType="multipart/form-data">
        <div className={`desk-field${problems.length > 0 ? ' is-wrong' : ''}`}>
          <label htmlFor="files">Add pictures</label>
          <p className="desk-hint" id="files-hint">
            JPEG, PNG, WebP, AVIF or GIF, up to 40 MB each.{isLive && ' They can be dropped here or pasted, too.'}
          </p>
          {problems.map((words) => (
            <p className="desk-error" key={words}>
              {words}
            </p>
          ))}
          <input
            type="file"
            id="files"
            name="files"
            multiple
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            aria-describedby="files-hint"
            onChange={choose}
          />
        </div>
        {!isLive && <Button>Upload</Button>}
      </form>
      <UploadList files={files} />
    </div>
  )
}
