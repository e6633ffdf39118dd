import { asc } from 'drizzle-orm'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { reads } from '../serving/render-scope'
import type { SectionSummary, Site } from './site'
import { readSite } from './site-record'

/** What the newsroom says of itself. */
export async function getSite(): Promise<Site> {
  reads('site')
  return readSite(database())
}

/** The sections, in the order of the navigation. */
export async function getSections(): Promise<SectionSummary[]> {
  reads('site')
  const { id, slug, name, description, kind, position } = sections
  return database().select({ id, slug, name, description, kind }).from(sections).orderBy(asc(position), asc(id))
}
