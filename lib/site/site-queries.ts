import { asc } from 'drizzle-orm'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { settings } from '@/db/schema/site'
import { reads } from '../serving/render-scope'
import { type SectionSummary, type Site, siteSchema } from './site'

/** What the newsroom says of itself. */
export async function getSite(): Promise<Site> {
  reads('site')
  const rows = await database().select().from(settings)
  return siteSchema.parse(Object.fromEntries(rows.map(({ name, value }) => [name, value])))
}

/** The sections, in the order of the navigation. */
export async function getSections(): Promise<SectionSummary[]> {
  reads('site')
  const { id, slug, name, description, kind, position } = sections
  return database().select({ id, slug, name, description, kind }).from(sections).orderBy(asc(position), asc(id))
}
