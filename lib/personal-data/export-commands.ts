import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, asc, eq, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import { strToU8, zip } from 'fflate'
import { database, immediately } from '@/db/client'
import { people } from '@/db/schema/people'
import { personalExports } from '@/db/schema/personal-data'
import type { Environment } from '../env'
import { log } from '../log'
import { sendMail } from '../mail/mail-commands'
import { paths } from '../paths'
import { portraitOf } from '../people/portrait-queries'
import type { Viewer } from '../people/viewer'
import type { Duty } from '../serving/scheduler'
import { getSite } from '../site/site-queries'
import { write } from '../write'
import { gatherRecord } from './personal-record'
import { recordPage } from './record-page'

type Settings = Pick<Environment, 'siteUrl' | 'dataDir'>
type Row = typeof personalExports.$inferSelect

const MINUTE = 60_000
const DAY = 86_400_000
/** How long a copy lies ready. */
export const READY_FOR = 7 * DAY
/** How long after one another can be asked for. */
export const ONCE_IN = 60 * MINUTE
/** One that was begun this long ago was being packed when the process ended. */
const CLAIM_LASTS = 10 * MINUTE
const MOST_ATTEMPTS = 3

/**
 * Asks for a copy of everything about the viewer. It is packed off the request, and its owner is told by mail.
 *
 * @returns false when one is being packed, or was asked for less than an hour ago
 */
export async function askForExport(viewer: Viewer): Promise<boolean> {
  const personId = viewer.personId ?? 0
  const now = new Date()
  return write(async (tx) => {
    const [before] = await tx.select().from(personalExports).where(eq(personalExports.personId, personId))
    const isWaiting = before && !before.readyAt && !before.givenUpAt
    const isRecent = before?.readyAt && now.getTime() - before.askedAt.getTime() < ONCE_IN
    if (isWaiting || isRecent) return false
    await tx.delete(personalExports).where(eq(personalExports.personId, personId))
    await tx.insert(personalExports).values({ personId, askedAt: now, file: `${randomBytes(16).toString('hex')}.zip` })
    return true
  })
}

/** The duty that packs what was asked for, one after the other, and removes what is past its time. The clock does not wait. */
export function packExports(settings: Settings): Duty {
  let round: Promise<void> | null = null
  let sweepsAt = 0
  return {
    name: 'pack copies of personal data',
    run: async () => {
      round ??= (async () => {
        await packNext(settings)
        if (sweepsAt > Date.now()) return
        sweepsAt = Date.now() + 10 * MINUTE
        await removeExpired(settings)
      })()
        .catch((error: unknown) => log.error({ err: error }, 'packing personal data failed and will be tried again'))
        .finally(() => {
          round = null
        })
    },
    stop: async () => void (await round),
  }
}

/** Packs everything that was asked for. */
export async function packNext(settings: Settings): Promise<void> {
  for (let row = await claim(); row; row = await claim()) await pack(row, settings)
}

async function claim(): Promise<Row | null> {
  const now = new Date()
  const isFree = or(
    isNull(personalExports.claimedAt),
    lt(personalExports.claimedAt, new Date(now.getTime() - CLAIM_LASTS)),
  )
  const condition = and(isNull(personalExports.readyAt), isNull(personalExports.givenUpAt), isFree)
  const find = (from: ReturnType<typeof database>) =>
    from.select().from(personalExports).where(condition).orderBy(asc(personalExports.askedAt)).limit(1)
  if ((await find(database())).length === 0) return null
  return immediately(async (tx) => {
    const [next] = await find(tx)
    if (!next) return null
    const [row] = await tx
      .update(personalExports)
      .set({ claimedAt: now, attempts: next.attempts + 1 })
      .where(eq(personalExports.id, next.id))
      .returning()
    return row ?? null
  })
}

async function pack(row: Row, settings: Settings): Promise<void> {
  try {
    const size = await writeArchive(row, settings)
    await write(async (tx) => {
      const [email] = await tx.select({ to: people.email }).from(people).where(eq(people.id, row.personId))
      if (!email || size === null) return
      const readyAt = new Date()
      const expiresAt = new Date(readyAt.getTime() + READY_FOR)
      await tx.update(personalExports).set({ size, readyAt, expiresAt }).where(eq(personalExports.id, row.id))
      await sendMail(tx, { to: email.to, template: READY_MAIL })
    })
  } catch (error) {
    log.error({ export: row.id, err: error }, 'a copy of personal data could not be packed')
    const isOver = row.attempts >= MOST_ATTEMPTS
    const outcome = isOver ? { givenUpAt: new Date() } : { claimedAt: new Date(Date.now() - CLAIM_LASTS + MINUTE) }
    await immediately(async (tx) => {
      await tx.update(personalExports).set(outcome).where(eq(personalExports.id, row.id))
    })
  }
}

const READY_MAIL = {
  subject: 'Your data is ready',
  paragraphs: [
    'The copy of everything about you that you asked for is ready. It can be downloaded for seven days, by you alone: sign in first.',
  ],
  action: { label: 'Download your data', address: paths.accountExport() },
  footer:
    'If you did not ask for it, somebody else is signed in to your account: end their session and change your password.',
}

/** @returns its size in bytes; null when the person is gone meanwhile */
async function writeArchive({ personId, file }: Row, { siteUrl, dataDir }: Settings): Promise<number | null> {
  const record = await gatherRecord(personId, siteUrl)
  if (!record) return null
  const portrait = await portraitOf(personId)
  const bytes = await zipped({
    'index.html': strToU8(recordPage(record, await getSite())),
    'data.json': strToU8(`${JSON.stringify(record, null, 2)}\n`),
    ...(portrait && { 'portrait.webp': new Uint8Array(portrait) }),
  })
  const folder = exportsFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `.${file}.part`)
  await writeFile(unfinished, bytes, { mode: 0o600 })
  await rename(unfinished, join(folder, file))
  return bytes.length
}

function zipped(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6, mtime: new Date() }, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}

export function exportsFolder(dataDir: string): string {
  return join(dataDir, 'exports')
}

/** Removes copies that are past their time, and files that belong to nobody any more. */
export async function removeExpired({ dataDir }: Settings): Promise<void> {
  const isOver = and(isNotNull(personalExports.expiresAt), lte(personalExports.expiresAt, new Date()))
  const [any] = await database().select({ id: personalExports.id }).from(personalExports).where(isOver).limit(1)
  if (any) await immediately(async (tx) => void (await tx.delete(personalExports).where(isOver)))
  const known = new Set(
    (await database().select({ file: personalExports.file }).from(personalExports)).map(({ file }) => file),
  )
  const folder = exportsFolder(dataDir)
  for (const name of await readdir(folder).catch(() => [])) {
    if (known.has(name)) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    // What is being written is not there under its name yet.
    if (Date.now() - mtimeMs > MINUTE) await rm(path, { force: true })
  }
}
