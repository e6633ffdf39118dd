import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { portraits } from '@/db/schema/portraits'
import { audit } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { type ChangeKey, onChange, write } from '../write'
import type { AccountRefused } from './account-refused'
import type { Caller } from './caller'
import { removePortrait, removePortraitOf, setPortrait } from './portrait-commands'
import { findPortraits, getPortraitImage } from './portrait-queries'
import { banPerson, restorePerson } from './standing-commands'
import { Refused, type Role, unsafeViewer, type Viewer } from './viewer'

let fresh: FreshDatabase
let made = 0
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

const from = (): Caller => ({ network: `192.0.2.${made}`, networkHash: '', device: 'Firefox' })

async function somebody(role: Role = 'commenter'): Promise<Viewer & { personId: number }> {
  made += 1
  const email = `somebody${made}@news.example`
  // Limits outlive a test's database: nobody has the number of somebody before.
  const id = made
  await write((tx) => tx.insert(people).values({ id, name: 'Somebody', email, mailbox: email, role }))
  return { ...unsafeViewer({ id, name: 'Somebody', role }), personId: id }
}

/** A photograph as telephones make it: on its side, and saying where it was taken. */
const photograph = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#246' } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const keyOf = async ({ personId }: { personId: number }) => (await findPortraits([personId])).get(personId) ?? null
const imageOf = async (person: { personId: number }) => getPortraitImage((await keyOf(person)) ?? '')

describe('setPortrait', () => {
  it('keeps a small square and nothing else of the picture', async () => {
    const remy = await somebody()
    await setPortrait(remy, await photograph(), from())
    const image = (await imageOf(remy)) as Buffer
    const { width, height, format, exif, orientation } = await sharp(image).metadata()
    expect({ width, height, format, exif, orientation }).toEqual({
      width: 144,
      height: 144,
      format: 'webp',
      exif: undefined,
      orientation: undefined,
    })
    expect(image.length).toBeLessThan(20_000)
  })

  it('shows another picture under another address, and says so to pages', async () => {
    const remy = await somebody()
    const heard: ChangeKey[] = []
    const stop = onChange((keys) => void heard.push(...keys))
    await setPortrait(remy, await photograph(), from())
    const before = await keyOf(remy)
    await setPortrait(remy, await photograph(50, 700), from())
    stop()
    expect(await keyOf(remy)).not.toBe(before)
    expect(await getPortraitImage(before ?? '')).toBeNull()
    expect(heard).toEqual([`portrait:${remy.personId}`, `portrait:${remy.personId}`])
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['text', () => Buffer.from('<script>alert(1)</script>')],
    ['an SVG drawing', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['half a picture', async () => (await photograph()).subarray(0, 900)],
  ])('refuses %s', async (_, bytes) => {
    const remy = await somebody()
    const refused = await setPortrait(remy, await bytes(), from()).catch((error: AccountRefused) => error.refusal)
    expect(refused).toMatchObject({ status: 422, problems: [{ field: 'portrait' }] })
    expect(await keyOf(remy)).toBeNull()
  })

  it('lets nobody make the machine work without end', async () => {
    const remy = await somebody()
    const statuses: unknown[] = []
    for (let count = 0; count < 12; count += 1) {
      const refused = setPortrait(remy, Buffer.from('no picture'), from())
      statuses.push(await refused.catch((error: AccountRefused) => error.refusal.status))
    }
    expect(statuses.slice(-2)).toEqual([429, 429])
  })
})

describe('a portrait', () => {
  it('is taken off by its owner, and by a moderator, which is noted', async () => {
    const [remy, mo] = [await somebody(), await somebody('moderator')]
    await setPortrait(remy, await photograph(), from())
    await removePortrait(remy)
    expect(await keyOf(remy)).toBeNull()
    await setPortrait(remy, await photograph(), from())
    await removePortraitOf(mo, remy.personId)
    await removePortraitOf(mo, remy.personId)
    expect(await keyOf(remy)).toBeNull()
    const noted = await database().select().from(audit).where(eq(audit.action, 'person.portrait'))
    expect(noted).toHaveLength(1)
  })

  it('is nobody else’s to take off', async () => {
    const [remy, sam, mo] = [await somebody(), await somebody(), await somebody('moderator')]
    await setPortrait(mo, await photograph(), from())
    await expect(removePortraitOf(sam, mo.personId)).rejects.toThrow(Refused)
    await expect(removePortraitOf(remy, mo.personId)).rejects.toThrow(Refused)
    expect(await keyOf(mo)).not.toBeNull()
  })

  it('is not shown while its owner is banned, and goes with the account', async () => {
    const [remy, ada] = [await somebody(), await somebody('admin')]
    await setPortrait(remy, await photograph(), from())
    const key = (await keyOf(remy)) as string
    await banPerson(ada, remy.personId, { reason: 'Spam.' })
    expect([await keyOf(remy), await getPortraitImage(key)]).toEqual([null, null])
    await restorePerson(ada, remy.personId)
    expect(await keyOf(remy)).toBe(key)
    await write((tx) => tx.delete(people).where(eq(people.id, remy.personId)))
    expect(await database().select().from(portraits)).toEqual([])
  })
})
