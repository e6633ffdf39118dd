import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { backfills, fronts } from '@/db/schema/fronts'
import { audit } from '../audit/audit-commands'
import { paths } from '../paths'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { moveList } from './redirect-commands'
import { SectionRefused } from './site-commands'
import { mayChangeSettings } from './site-policy'
import type { SectionEntry } from './topic-input'

type Section = typeof sections.$inferSelect

/** Adds a section at the end of the navigation. @throws {SectionRefused} when its slug is taken */
export async function addSection(viewer: Viewer, entry: SectionEntry): Promise<number> {
  requireSettings(viewer)
  return write(async (tx) => {
    await refuseTaken(tx, entry.slug, null)
    const [last] = await tx.select({ position: sql<number>`coalesce(max(${sections.position}), 0)` }).from(sections)
    const position = (last?.position ?? 0) + 1
    const [made] = await tx
      .insert(sections)
      .values({ ...entry, position })
      .returning({ id: sections.id })
    const { id } = made as { id: number }
    await audit(tx, viewer, { action: 'section.add', subject: `section:${id}`, detail: entry })
    changed('site', `section:${entry.slug}`)
    return id
  })
}

/**
 * Changes a section. When its slug changes, the old address leads to the new one, that of its feeds and its articles too.
 *
 * @throws {SectionRefused} when the slug is taken, or the section is gone
 */
export async function changeSection(viewer: Viewer, id: number, entry: SectionEntry): Promise<void> {
  requireSettings(viewer)
  await write(async (tx) => {
    const before = await findSection(tx, id)
    const isMoved = before.slug !== entry.slug
    if (isMoved) await refuseTaken(tx, entry.slug, id)
    const changes = Object.entries(entry).filter(([name, value]) => before[name as keyof SectionEntry] !== value)
    if (changes.length === 0) return
    await tx.update(sections).set(entry).where(eq(sections.id, id))
    if (isMoved) await move(tx, before, entry.slug)
    const detail = Object.fromEntries(
      changes.map(([name, to]) => [name, { from: before[name as keyof SectionEntry], to }]),
    )
    await audit(tx, viewer, { action: 'section.change', subject: `section:${id}`, detail })
    changed('site', `section:${before.slug}`, `section:${entry.slug}`)
  })
}

/** Moves a section one place up or down in the navigation; at its end nothing changes. */
export async function shiftSection(viewer: Viewer, id: number, way: 'up' | 'down'): Promise<void> {
  requireSettings(viewer)
  await write(async (tx) => {
    await findSection(tx, id)
    const order = (await tx.select().from(sections).orderBy(asc(sections.position), asc(sections.id))).map(
      (section) => section.id,
    )
    const at = order.indexOf(id)
    const to = way === 'up' ? at - 1 : at + 1
    if (to < 0 || to >= order.length) return
    order.splice(to, 0, ...order.splice(at, 1))
    for (const [position, each] of order.entries()) {
      await tx.update(sections).set({ position }).where(eq(sections.id, each))
    }
    await audit(tx, viewer, { action: 'section.order', subject: `section:${id}`, detail: { way } })
    changed('site')
  })
}

/** Takes everything along that knows a section by its slug. An article's page sends whoever asks below the old one on. */
async function move(tx: Transaction, { id, slug }: Section, to: string): Promise<void> {
  await moveList(tx, paths.section(slug), paths.section(to))
  await tx
    .update(fronts)
    .set({ name: to })
    .where(and(eq(fronts.sectionId, id), eq(fronts.name, slug)))
  await tx.update(backfills).set({ section: to }).where(eq(backfills.section, slug))
  const rows = await tx
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .where(eq(articles.sectionId, id))
  changed('latest', 'articles', 'search', 'tags', 'authors', 'corrections', 'most-read', 'front:home')
  changed(`front:${slug}`, `front:${to}`)
  for (const row of rows) changed(`article:${row.id}`, `card:${row.id}`, `slug:${row.slug}`, `related:${row.id}`)
}

async function findSection(tx: Transaction, id: number): Promise<Section> {
  const [section] = await tx.select().from(sections).where(eq(sections.id, id))
  if (!section) throw new SectionRefused('There is no such section any more.')
  return section
}

async function refuseTaken(tx: Transaction, slug: string, id: number | null): Promise<void> {
  const [taken] = await tx
    .select({ name: sections.name })
    .from(sections)
    .where(and(eq(sections.slug, slug), ne(sections.id, id ?? 0)))
  if (taken) throw new SectionRefused(`“${slug}” is the address of ${taken.name} already.`)
}

function requireSettings(viewer: Viewer): void {
  if (!mayChangeSettings(viewer)) throw new Refused(viewer, 'change the sections')
}
