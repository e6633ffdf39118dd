'use client'

import { useCallback, useState } from 'react'
import type { Uploaded } from '@/lib/media/upload'
import { paths } from '@/lib/paths'

/** A file on its way, and what became of it. */
export type Upload = { key: number; file: string; sent: number; done: Uploaded | null }

let uploads = 0

/**
 * Sends pictures to the library, one after the other.
 *
 * @param onTaken is told of each that is in the library now
 */
export function useUploads(onTaken: (id: number) => void | Promise<void>) {
  const [files, setFiles] = useState<Upload[]>([])
  const note = useCallback((key: number, change: Partial<Upload>) => {
    setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)))
  }, [])
  const upload = useCallback(
    async (chosen: Iterable<File>) => {
      const begun = [...chosen].map((file) => {
        uploads += 1
        return { key: uploads, blob: file }
      })
      setFiles((before) => [
        ...before.filter(({ done }) => done === null),
        ...begun.map(({ key, blob }) => ({ key, file: blob.name, sent: 0, done: null })),
      ])
      for (const { key, blob } of begun) {
        const done = await send(blob, (sent) => note(key, { sent }))
        note(key, { sent: 1, done })
        if ('id' in done) await onTaken(done.id)
      }
    },
    [note, onTaken],
  )
  return { files, upload }
}

/** `fetch` does not tell how much of a body is sent; the older interface does. */
function send(file: File, onProgress: (sent: number) => void): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const fail = (problem: string) => resolve({ file: file.name, problem })
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('error', () => fail('There is no connection. Try again.'))
    request.addEventListener('load', () => resolve(outcomeOf(request, file.name)))
    const form = new FormData()
    form.append('files', file)
    request.open('POST', paths.uploadMedia())
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}

function outcomeOf({ status, responseText }: XMLHttpRequest, file: string): Uploaded {
  try {
    const answer = JSON.parse(responseText) as { uploaded?: Uploaded[]; detail?: string }
    return answer.uploaded?.[0] ?? { file, problem: answer.detail ?? `The server answered ${status}.` }
  } catch {
    return { file, problem: status === 413 ? 'The file is too large.' : `The server answered ${status}.` }
  }
}

/** The pictures among what was dropped or pasted. */
export function picturesAmong(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}
