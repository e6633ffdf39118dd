import { and, eq, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { people } from '@/db/schema/people'
import { PersonRefused } from './person-refused'

/** Refuses what would leave nobody who may give roles: another admin must be there who is neither banned nor suspended. */
export async function refuseLastAdmin(tx: Transaction, { id, role }: { id: number; role: string }): Promise<void> {
  if (role !== 'admin') return
  const isAble = and(isNull(people.bannedAt), or(isNull(people.suspendedUntil), lte(people.suspendedUntil, new Date())))
  const [others] = await tx
    .select({ count: sql<number>`count(*)` })
    .from(people)
    .where(and(eq(people.role, 'admin'), ne(people.id, id), isAble))
  if (!others?.count) throw new PersonRefused('This is the last admin: make somebody else an admin first.')
}
