import { and, asc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { backfills, fronts, slots } from '@/db/schema/fronts'
import type { Arrangement, Placed } from './arrangement'
import type { ContainerName } from './containers'

export type Stage = 'draft' | 'launched'
export type FrontRow = typeof fronts.$inferSelect

/** The row of the home page's front or of a section's, made at its first use. Null when there is no such section. */
export async function findFront(tx: Transaction, name: string): Promise<FrontRow | null> {
  const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, name))
  if (!section && name !== 'home') return null
  const [row] = await tx
    .select()
    .from(fronts)
    .where(section ? eq(fronts.sectionId, section.id) : eq(fronts.name, 'home'))
  if (row) return row
  const [made] = await tx
    .insert(fronts)
    .values({ name, sectionId: section?.id ?? null })
    .returning()
  return made as FrontRow
}

/** An arrangement as it is kept, cards in order. */
export async function readArrangement(
  source: Database | Transaction,
  frontId: number,
  stage: Stage,
): Promise<Arrangement> {
  const placed = await source
    .select()
    .from(slots)
    .where(and(eq(slots.frontId, frontId), eq(slots.stage, stage)))
    .orderBy(asc(slots.container), asc(slots.position))
  const fills = await source
    .select()
    .from(backfills)
    .where(and(eq(backfills.frontId, frontId), eq(backfills.stage, stage)))
  return {
    placed: placed.map(({ id: _id, frontId: _front, stage: _stage, position: _position, container, ...card }) => ({
      ...card,
      container: container as ContainerName,
    })),
    backfills: Object.fromEntries(
      fills.map(({ container, section, tag }) => [container, { ...(section && { section }), ...(tag && { tag }) }]),
    ),
  }
}

/** Puts an arrangement in the place of what a stage held. */
export async function writeArrangement(
  tx: Transaction,
  frontId: number,
  stage: Stage,
  arrangement: Arrangement,
): Promise<void> {
  await clearStage(tx, frontId, stage)
  const positions = new Map<string, number>()
  for (const card of arrangement.placed) {
    const position = positions.get(card.container) ?? 0
    positions.set(card.container, position + 1)
    await tx.insert(slots).values({ ...card, frontId, stage, position })
  }
  for (const [container, { section = null, tag = null }] of Object.entries(arrangement.backfills)) {
    if (section || tag) await tx.insert(backfills).values({ frontId, stage, container, section, tag })
  }
}

/** Empties a stage: there is no draft any more. */
export async function clearStage(tx: Transaction, frontId: number, stage: Stage): Promise<void> {
  await tx.delete(slots).where(and(eq(slots.frontId, frontId), eq(slots.stage, stage)))
  await tx.delete(backfills).where(and(eq(backfills.frontId, frontId), eq(backfills.stage, stage)))
}

/** An arrangement out of its JSON, in which moments are text. */
export function arrangementFromJson(value: unknown): Arrangement {
  const { placed, backfills: fills } = value as Arrangement
  return {
    placed: placed.map((card): Placed => ({ ...card, placedAt: new Date(card.placedAt) })),
    backfills: fills,
  }
}
