import { and, eq, inArray, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { people } from '@/db/schema/people'
import { portraits } from '@/db/schema/portraits'
import { reads } from '../serving/render-scope'

/** The portraits of some people, by who they are: the keys of their addresses. Whoever has none, or is banned, is not there. */
export async function findPortraits(personIds: number[]): Promise<Map<number, string>> {
  const ids = [...new Set(personIds)]
  for (const id of ids) reads(`portrait:${id}`)
  if (ids.length === 0) return new Map()
  const rows = await database()
    .select({ personId: portraits.personId, key: portraits.key })
    .from(portraits)
    .innerJoin(people, eq(people.id, portraits.personId))
    .where(and(inArray(portraits.personId, ids), isNull(people.bannedAt)))
  return new Map(rows.map(({ personId, key }) => [personId, key]))
}

/** Whom of some people everyone may know: whoever is banned, or has no account any more, is not there. */
export async function findShown(personIds: number[]): Promise<Map<number, { portrait: string | null }>> {
  const ids = [...new Set(personIds)]
  for (const id of ids) reads(`portrait:${id}`)
  if (ids.length === 0) return new Map()
  const rows = await database()
    .select({ id: people.id, portrait: portraits.key })
    .from(people)
    .leftJoin(portraits, eq(portraits.personId, people.id))
    .where(and(inArray(people.id, ids), isNull(people.bannedAt)))
  return new Map(rows.map(({ id, portrait }) => [id, { portrait }]))
}

/** The picture at an address, as everyone may see it; null when it was taken off or never was. */
export async function getPortraitImage(key: string): Promise<Buffer | null> {
  const [row] = await database()
    .select({ image: portraits.image })
    .from(portraits)
    .innerJoin(people, eq(people.id, portraits.personId))
    .where(and(eq(portraits.key, key), isNull(people.bannedAt)))
  return row?.image ?? null
}

/** The picture of somebody, for their own copy of their data. The caller has checked who asks. */
export async function portraitOf(personId: number): Promise<Buffer | null> {
  const [row] = await database()
    .select({ image: portraits.image })
    .from(portraits)
    .where(eq(portraits.personId, personId))
  return row?.image ?? null
}
