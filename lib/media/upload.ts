import { join } from 'node:path'
import { readEnvironment } from '../env'
import type { Viewer } from '../people/viewer'
import { ImageRefused } from './image'
import { takeMedia } from './media-commands'
import { MediaStore } from './media-store'
import { Turns } from './turns'

/** What became of one file that was sent. */
export type Uploaded = { file: string } & ({ id: number; isKnown: boolean } | { problem: string })

/** How many files one form may bring. */
export const MOST_FILES = 20

/** A picture is decoded whole to see that nothing is missing: one at a time is enough memory for that. */
const turns = new Turns(1)

/** Where the newsroom's pictures lie. */
export function mediaStore(): MediaStore {
  return new MediaStore(join(readEnvironment().dataDir, 'media'))
}

/** Takes in every file of a form that is a picture, and says of every other why it is none. */
export async function takeUploads(viewer: Viewer, form: FormData): Promise<Uploaded[]> {
  const files = form.getAll('files').filter((file): file is File => typeof file !== 'string' && file.size > 0)
  const done: Uploaded[] = []
  for (const [index, file] of files.entries()) {
    if (index >= MOST_FILES) {
      done.push({ file: calledIn(file), problem: `At most ${MOST_FILES} files are taken at once: send it again.` })
      continue
    }
    done.push(await turns.take(() => takeOne(viewer, file)))
  }
  return done
}

async function takeOne(viewer: Viewer, file: File): Promise<Uploaded> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { file: calledIn(file), ...(await takeMedia(viewer, mediaStore(), { bytes, name: file.name, alt: '' })) }
  } catch (error) {
    if (!(error instanceof ImageRefused)) throw error
    return { file: calledIn(file), problem: error.message }
  }
}

/** As long as the names of files get; a name of megabytes is not sent back. */
const LONGEST_NAME = 255

function calledIn({ name }: File): string {
  return name.slice(0, LONGEST_NAME)
}
