import { eq, sql } from 'drizzle-orm'
import { sections } from '@/db/schema/articles'
import { settings } from '@/db/schema/site'
import { isSlug } from '../articles/slug'
import { audit } from '../audit/audit-commands'
import { RESERVED_WORDS } from '../paths'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { type Site, siteSchema } from './site'
import { mayChangeSettings } from './site-policy'

/** A section cannot be called so. */
export class SectionRefused extends Error {}

/** Changes what the newsroom says of itself. @throws {ZodError} when a value cannot be used */
export async function changeSite(viewer: Viewer, change: Partial<Site>): Promise<void> {
  if (!mayChangeSettings(viewer)) throw new Refused(viewer, 'change the settings')
  const checked = siteSchema.partial().parse(change)
  await write(async (tx) => {
    const before = new Map((await tx.select().from(settings)).map(({ name, value }) => [name, value]))
    const detail: Record<string, unknown> = {}
    for (const name of Object.keys(change) as (keyof Site)[]) {
      const value = checked[name] ?? null
      const from = before.get(name) ?? null
      if (JSON.stringify(from) === JSON.stringify(value)) continue
      detail[name] = { from, to: value }
      // What is set to nothing is as it was before anybody set it.
      if (value === null) await tx.delete(settings).where(eq(settings.name, name))
      else
        await tx.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } })
    }
    if (Object.keys(detail).length === 0) return
    await audit(tx, viewer, { action: 'site.change', subject: 'site', detail })
    changed('site')
  })
}

export type SectionInput = { slug: string; name: string; description?: string; kind?: 'news' | 'opinion' }

/**
 * Adds a section at the end of the navigation, or changes the one with this slug.
 * @throws {SectionRefused} when the slug is a word that an address of ours uses
 */
export async function saveSection(
  viewer: Viewer,
  { slug, name, description = '', kind = 'news' }: SectionInput,
): Promise<void> {
  if (!mayChangeSettings(viewer)) throw new Refused(viewer, 'change the sections')
  if (!isSlug(slug) || RESERVED_WORDS.has(slug)) {
    throw new SectionRefused(
      `A section cannot be called “${slug}”: it takes small letters, digits and hyphens, and no word that an address uses.`,
    )
  }
  await write(async (tx) => {
    const [last] = await tx.select({ position: sql<number>`coalesce(max(${sections.position}), 0)` }).from(sections)
    const [known] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
    if (known) await tx.update(sections).set({ name, description, kind }).where(eq(sections.id, known.id))
    else await tx.insert(sections).values({ slug, name, description, kind, position: (last?.position ?? 0) + 1 })
    changed('site', `section:${slug}`)
  })
}
