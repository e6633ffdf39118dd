import { existsSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { purge } from '../operating/purge-commands'
import { unsafeOperator } from '../people/viewer'
import { forgetGoneOriginals } from './gone-duty'
import { findGoneOriginals, GROUPS, KEPT_AFTER, setAside } from './gone-originals'
import { inspectImage } from './image'
import { storeMedia } from './media-commands'
import { deleteMedia, replaceMedia } from './media-desk-commands'
import { MediaStore } from './media-store'

const operator = unsafeOperator()
const HOUR = 3_600_000

let fresh: FreshDatabase
let store: MediaStore
let colours = 0

beforeAll(() => {
  fresh = openFreshDatabase()
  store = new MediaStore(join(fresh.dataDir, 'media'))
})
afterAll(() => fresh.close())

async function paint(): Promise<{ bytes: Buffer; hash: string }> {
  colours += 1
  const background = { r: 3, g: colours, b: 9 }
  const bytes = await sharp({ create: { width: 16, height: 16, channels: 3, background } })
    .png()
    .toBuffer()
  return { bytes, hash: (await inspectImage(bytes)).hash }
}

const bring = (bytes: Buffer) => storeMedia(operator, store, { bytes, name: `gone-${colours}.png`, alt: 'A colour' })
const isKept = (hash: string) => existsSync(store.originalOf(hash))
const isAside = (hash: string) => existsSync(store.goneOf(hash))

/** As if it had been brought long ago. */
function age(hash: string): void {
  const then = new Date(Date.now() - 2 * HOUR)
  utimesSync(store.originalOf(hash), then, then)
}

it('sets aside what no picture has any more, removes it a month later, and leaves the others', async () => {
  const [deleted, replaced, kept] = [await paint(), await paint(), await paint()]
  const first = await bring(deleted.bytes)
  const second = await bring(replaced.bytes)
  await deleteMedia(operator, first)
  await replaceMedia(operator, second, store, { bytes: kept.bytes, name: 'kept.png' })
  for (const { hash } of [deleted, replaced, kept]) age(hash)

  expect(await purge(operator, fresh.dataDir, { dryRun: true })).toMatchObject({ originals: 0 })
  expect([deleted, replaced, kept].map(({ hash }) => isKept(hash))).toEqual([true, true, true])
  await purge(operator, fresh.dataDir)
  expect([deleted, replaced, kept].map(({ hash }) => isKept(hash))).toEqual([false, false, true])
  expect([deleted, replaced, kept].map(({ hash }) => isAside(hash))).toEqual([true, true, false])

  const soon = new Date(Date.now() + KEPT_AFTER - HOUR)
  expect(await purge(operator, fresh.dataDir, { now: soon })).toMatchObject({ originals: 0 })
  const later = new Date(Date.now() + KEPT_AFTER + HOUR)
  expect(await purge(operator, fresh.dataDir, { now: later })).toMatchObject({ originals: 2 })
  expect([deleted, replaced].map(({ hash }) => isAside(hash))).toEqual([false, false])
  expect(isKept(kept.hash)).toBe(true)
})

it('leaves what somebody may be bringing at this moment', async () => {
  const { bytes, hash } = await paint()
  await store.keep(hash, bytes)
  expect((await findGoneOriginals(store, new Date())).setAside).toEqual([])
  age(hash)
  expect((await findGoneOriginals(store, new Date())).setAside).toEqual([hash])
})

it('is brought again whole, also where a purge comes between', async () => {
  const { bytes, hash } = await paint()
  const id = await bring(bytes)
  await deleteMedia(operator, id)
  age(hash)
  const { setAside: found } = await findGoneOriginals(store, new Date())
  expect(found).toContain(hash)
  const again = await bring(bytes)
  await setAside(store, found, new Date())
  expect(isKept(hash)).toBe(true)
  await deleteMedia(operator, again)
  await setAside(store, [hash], new Date())
  expect(isKept(hash)).toBe(false)
  await bring(bytes)
  expect(isKept(hash)).toBe(true)
})

it('is done by the house itself once a day, folder by folder', async () => {
  const { bytes, hash } = await paint()
  const id = await bring(bytes)
  await deleteMedia(operator, id)
  age(hash)
  let now = new Date()
  const look = forgetGoneOriginals({ dataDir: fresh.dataDir }, () => now)
  const wholeDay = async () => {
    for (const _ of GROUPS) await look()
  }
  await wholeDay()
  expect([isKept(hash), isAside(hash)]).toEqual([false, true])
  now = new Date(now.getTime() + KEPT_AFTER - HOUR)
  await wholeDay()
  expect(isAside(hash)).toBe(true)
  now = new Date(now.getTime() + 2 * HOUR)
  await wholeDay()
  expect(isAside(hash)).toBe(true)
  now = new Date(now.getTime() + 24 * HOUR)
  await wholeDay()
  expect(isAside(hash)).toBe(false)
})
