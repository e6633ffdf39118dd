import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { database } from '@/db/client'
import { authors } from '@/db/schema/people'
import { settings } from '@/db/schema/site'
import { drawPicture, drawPortrait } from '@/db/seed/pictures/draw'
import { slugFrom } from '../articles/slug'
import { launchFront, type Placement } from '../fronts/front-commands'
import { importFiles } from '../importing/import-command'
import { storeMedia } from '../media/media-commands'
import { MediaStore } from '../media/media-store'
import { unsafeOperator } from '../people/viewer'
import type { Site } from '../site/site'
import { changeSite, type SectionInput, saveSection } from '../site/site-commands'
import { changed, write } from '../write'
import { loadDemoConversations } from './demo-conversations'

type Newsroom = {
  site: Partial<Site>
  sections: SectionInput[]
  authors: { handle: string; name: string; title: string; bio: string; beats: string[] }[]
  fronts: Record<string, Placement[]>
}

/** The moment at which the demo newsroom was written; its articles are dated around it. */
const WRITTEN_AT = Date.UTC(2026, 10, 24, 10, 0)
const DAY = 86_400_000

/** The setting that stands while the demo newsroom is being loaded. */
const LOADING = 'demo.loading'

/**
 * Fills an empty database with a newsroom that is always of today: every date is moved by as many whole days as have
 * passed since it was written.
 *
 * @param folder where newsroom.json and articles/ lie
 * @param media where pictures are kept
 * @returns how many articles there are
 */
export async function loadDemoNewsroom({ folder, media }: { folder: string; media: string }): Promise<number> {
  const viewer = unsafeOperator('demo')
  const newsroom = JSON.parse(await readFile(join(folder, 'newsroom.json'), 'utf8')) as Newsroom
  const store = new MediaStore(media)
  await markLoading(true)
  await changeSite(viewer, newsroom.site)
  for (const section of newsroom.sections) await saveSection(viewer, section)
  for (const author of newsroom.authors) await addAuthor(store, author)
  const files = await readArticles(join(folder, 'articles'), store)
  const shift = Math.floor((Date.now() - WRITTEN_AT) / DAY) * DAY
  const reports = await importFiles(viewer, files, { shift })
  const failed = reports.find((report) => report.outcome === 'refused' || report.problems.length > 0)
  if (failed) throw new Error(`The demo newsroom's ${failed.file} cannot be taken in: ${JSON.stringify(failed)}`)
  for (const [name, placements] of Object.entries(newsroom.fronts)) await launchFront(viewer, name, placements)
  await loadDemoConversations(join(folder, 'conversations.json'))
  await markLoading(false)
  return reports.length
}

/** Whether loading was begun and never ended: the process was stopped in the middle. */
export async function isDemoHalfLoaded(): Promise<boolean> {
  return (await database().select().from(settings).where(eq(settings.name, LOADING))).length > 0
}

async function markLoading(isLoading: boolean): Promise<void> {
  await write(async (tx) => {
    if (isLoading) await tx.insert(settings).values({ name: LOADING, value: true }).onConflictDoNothing()
    else await tx.delete(settings).where(eq(settings.name, LOADING))
  })
}

/** The pictures are drawn by code that comes with Broadsheet. */
const LICENCE = 'MIT'

async function addAuthor(store: MediaStore, { handle, beats, ...author }: Newsroom['authors'][number]): Promise<void> {
  const bytes = await sharp(Buffer.from(drawPortrait(handle)))
    .jpeg({ quality: 90 })
    .toBuffer()
  const portraitId = await storeMedia(unsafeOperator('demo'), store, {
    bytes,
    name: handle,
    alt: `Portrait of ${author.name}`,
    licence: LICENCE,
  })
  await write(async (tx) => {
    const row = { ...author, handle, portraitId, beats: beats.map(slugFrom) }
    await tx.insert(authors).values(row).onConflictDoNothing()
    await tx.update(authors).set(row).where(eq(authors.handle, handle))
    changed(`author:${handle}`, 'authors')
  })
}

/** The articles, oldest first, each with a way to come by the pictures that are drawn for it. */
async function readArticles(folder: string, store: MediaStore) {
  const drawn = new Map<string, Promise<number>>()
  const findPicture = ({
    file,
    alt,
    caption,
    credit,
  }: {
    file: string
    alt: string
    caption: string
    credit: string
  }) => {
    const known = drawn.get(file)
    if (known) return known
    const made = drawAndStore(store, file, { alt, caption, credit })
    drawn.set(file, made)
    return made
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)), findPicture })))
}

async function drawAndStore(
  store: MediaStore,
  name: string,
  words: { alt: string; caption: string; credit: string },
): Promise<number> {
  const bytes = await sharp(Buffer.from(drawPicture(name)))
    .jpeg({ quality: 90 })
    .toBuffer()
  return storeMedia(unsafeOperator('demo'), store, { bytes, name, licence: LICENCE, ...words })
}
