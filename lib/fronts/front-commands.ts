import { and, eq } from 'drizzle-orm'
import { articles } from '@/db/schema/articles'
import { fronts, slots } from '@/db/schema/fronts'
import { mayPublish } from '../articles/article-policy'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import type { SlotSize } from './front'

export type Placement = {
  container: 'news' | 'lead' | 'opinion'
  /** Slugs. */
  article: string
  sublinks?: string[]
  size?: SlotSize
  headline?: string | null
  trail?: string | null
  kicker?: string | null
}

/**
 * Puts a whole front before readers, in the place of what was there.
 *
 * @param name `home`, or a section's slug
 * @param placements in order; a container's first comes first
 * @throws when an article is not known
 */
export async function launchFront(viewer: Viewer, name: string, placements: Placement[]): Promise<void> {
  if (!mayPublish(viewer)) throw new Refused(viewer, `launch the front ${name}`)
  await write(async (tx) => {
    const idOf = async (slug: string) => {
      const [row] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
      if (!row) throw new Error(`The front ${name} names “${slug}”, and there is no such article.`)
      return row.id
    }
    await tx.insert(fronts).values({ name }).onConflictDoNothing()
    const launched = { launchedAt: new Date(), launchedBy: viewer.personId }
    const [front] = await tx.update(fronts).set(launched).where(eq(fronts.name, name)).returning({ id: fronts.id })
    const frontId = (front as { id: number }).id
    await tx.delete(slots).where(and(eq(slots.frontId, frontId), eq(slots.stage, 'launched')))
    for (const [position, { article, sublinks = [], ...slot }] of placements.entries()) {
      const links = []
      for (const slug of sublinks) links.push(await idOf(slug))
      await tx
        .insert(slots)
        .values({ ...slot, frontId, stage: 'launched', position, articleId: await idOf(article), sublinks: links })
    }
    changed(`front:${name}`)
  })
}
