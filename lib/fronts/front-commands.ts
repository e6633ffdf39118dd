import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { frontLaunches, fronts } from '@/db/schema/fronts'
import { picturesThere, recordAudit } from '../articles/article-record'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { type Arrangement, ArrangementRefused, type Placed } from './arrangement'
import { mayCurateAny, requireCurator } from './front-policy'
import {
  arrangementFromJson,
  clearStage,
  type FrontRow,
  findFront,
  readArrangement,
  writeArrangement,
} from './front-record'

/** How many arrangements of each front are kept to go back to. */
const LAUNCHES_KEPT = 50

/** Somebody changed the draft after it was looked at. */
export class DraftMoved extends Error {
  constructor(by: string | null) {
    super(`${by ?? 'Somebody'} changed the draft after you opened it. Look at it again, then make it live.`)
    this.name = 'DraftMoved'
  }
}

/**
 * Changes a front's draft; the first change makes the draft out of what readers see. Nothing that readers see changes.
 *
 * @param front `home`, or a section's slug
 * @param change gives the next arrangement for the present one
 * @throws {Refused} {ArrangementRefused}
 */
export async function changeDraft(
  viewer: Viewer,
  front: string,
  change: (arrangement: Arrangement) => Arrangement,
): Promise<void> {
  await write(async (tx) => {
    const row = await requireFront(tx, viewer, front)
    const present = await readArrangement(tx, row.id, row.draftedAt ? 'draft' : 'launched')
    const next = change(present)
    if (next === present) return
    await requireNamed(tx, next)
    await keepDraft(tx, viewer, row, next)
  })
}

/** Throws the draft away: it is again what readers see. */
export async function discardDraft(viewer: Viewer, front: string): Promise<void> {
  await write(async (tx) => {
    const row = await requireFront(tx, viewer, front)
    if (!row.draftedAt) return
    await clearStage(tx, row.id, 'draft')
    await tx.update(fronts).set({ draftedAt: null, draftedBy: null }).where(eq(fronts.id, row.id))
    await recordAudit(tx, viewer, 'front.discard', `front:${front}`, {})
  })
}

/**
 * Puts the draft before readers. Without a draft nothing changes.
 *
 * @param revision the draft's number as it was looked at
 * @throws {DraftMoved} when it has changed since
 */
export async function launchDraft(viewer: Viewer, front: string, revision: number): Promise<void> {
  await write(async (tx) => {
    const row = await requireFront(tx, viewer, front)
    if (!row.draftedAt) return
    if (row.draftRevision !== revision) throw new DraftMoved(row.draftedBy)
    await launchInside(tx, viewer, row, front, await readArrangement(tx, row.id, 'draft'))
  })
}

/** Makes an arrangement that was before readers the draft, to be looked at first. @throws {ArrangementRefused} */
export async function restoreLaunch(viewer: Viewer, front: string, launchId: number): Promise<void> {
  await write(async (tx) => {
    const row = await requireFront(tx, viewer, front)
    const [launch] = await tx
      .select()
      .from(frontLaunches)
      .where(and(eq(frontLaunches.id, launchId), eq(frontLaunches.frontId, row.id)))
    if (!launch) throw new ArrangementRefused('That version of the front is no longer kept.')
    const arrangement = arrangementFromJson(launch.arrangement)
    const known = await knownIds(tx, arrangement)
    const pictures = await knownPictures(tx, arrangement)
    const placed = arrangement.placed
      .filter(({ articleId }) => known.has(articleId))
      .map((card) => ({
        ...card,
        sublinks: card.sublinks.filter((id) => known.has(id)),
        imageId: pictures.has(card.imageId ?? 0) ? card.imageId : null,
      }))
    await keepDraft(tx, viewer, row, { ...arrangement, placed })
  })
}

export type Placement = Pick<Placed, 'container'> & {
  /** Slugs. */
  article: string
  sublinks?: string[]
} & Partial<Pick<Placed, 'size' | 'headline' | 'trail' | 'kicker'>>

/**
 * Puts a whole front before readers, in the place of what was there and of any draft.
 *
 * @param placements in order; a container's first comes first
 * @throws when an article is not known
 */
export async function launchFront(
  viewer: Viewer,
  front: string,
  placements: Placement[],
  backfills: Arrangement['backfills'] = {},
): Promise<void> {
  await write(async (tx) => {
    const row = await requireFront(tx, viewer, front)
    const idOf = async (slug: string) => {
      const [article] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
      if (!article) throw new Error(`The front ${front} names “${slug}”, and there is no such article.`)
      return article.id
    }
    const placed: Placed[] = []
    for (const { article, sublinks = [], ...card } of placements) {
      const links = []
      for (const slug of sublinks) links.push(await idOf(slug))
      const words = { size: 'standard', headline: null, trail: null, kicker: null, picture: 'own' } as const
      const articleId = await idOf(article)
      placed.push({ ...words, ...card, articleId, imageId: null, sublinks: links, placedAt: new Date() })
    }
    await launchInside(tx, viewer, row, front, { placed, backfills })
  })
}

async function launchInside(
  tx: Transaction,
  viewer: Viewer,
  row: FrontRow,
  front: string,
  arrangement: Arrangement,
): Promise<void> {
  await writeArrangement(tx, row.id, 'launched', arrangement)
  await clearStage(tx, row.id, 'draft')
  const launched = { launchedAt: new Date(), launchedBy: viewer.personId, draftedAt: null, draftedBy: null }
  await tx.update(fronts).set(launched).where(eq(fronts.id, row.id))
  await tx
    .insert(frontLaunches)
    .values({ frontId: row.id, at: launched.launchedAt, personId: viewer.personId, actor: viewer.name, arrangement })
  await forgetOldLaunches(tx, row.id)
  await recordAudit(tx, viewer, 'front.launch', `front:${front}`, { cards: arrangement.placed.length })
  changed(`front:${front}`)
}

async function keepDraft(tx: Transaction, viewer: Viewer, row: FrontRow, arrangement: Arrangement): Promise<void> {
  await writeArrangement(tx, row.id, 'draft', arrangement)
  const drafted = { draftRevision: row.draftRevision + 1, draftedAt: new Date(), draftedBy: viewer.name }
  await tx.update(fronts).set(drafted).where(eq(fronts.id, row.id))
}

async function forgetOldLaunches(tx: Transaction, frontId: number): Promise<void> {
  const [oldest] = await tx
    .select({ id: frontLaunches.id })
    .from(frontLaunches)
    .where(eq(frontLaunches.frontId, frontId))
    .orderBy(desc(frontLaunches.id))
    .limit(1)
    .offset(LAUNCHES_KEPT - 1)
  if (!oldest) return
  await tx.delete(frontLaunches).where(and(eq(frontLaunches.frontId, frontId), lt(frontLaunches.id, oldest.id)))
}

async function requireFront(tx: Transaction, viewer: Viewer, front: string): Promise<FrontRow> {
  if (!mayCurateAny(viewer)) throw new Refused(viewer, 'arrange fronts')
  const row = await findFront(tx, front)
  if (!row) throw new ArrangementRefused(`There is no front “${front.slice(0, 40)}”.`)
  requireCurator(viewer, row)
  return row
}

async function requireNamed(tx: Transaction, arrangement: Arrangement): Promise<void> {
  const known = await knownIds(tx, arrangement)
  const unknown = idsIn(arrangement).find((id) => !known.has(id))
  if (unknown !== undefined) throw new ArrangementRefused(`There is no article ${unknown}.`)
  const pictures = await knownPictures(tx, arrangement)
  for (const { imageId } of arrangement.placed) {
    if (imageId !== null && !pictures.has(imageId)) throw new ArrangementRefused(`There is no picture ${imageId}.`)
  }
}

function knownPictures(tx: Transaction, { placed }: Arrangement): Promise<Set<number>> {
  const ids = placed.flatMap(({ imageId }) => imageId ?? [])
  return picturesThere(tx, ids)
}

async function knownIds(tx: Transaction, arrangement: Arrangement): Promise<Set<number>> {
  const ids = idsIn(arrangement)
  if (ids.length === 0) return new Set()
  const rows = await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids))
  return new Set(rows.map(({ id }) => id))
}

function idsIn({ placed }: Arrangement): number[] {
  return [...new Set(placed.flatMap(({ articleId, sublinks }) => [articleId, ...sublinks]))]
}
