import { asc } from 'drizzle-orm'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { remembered } from '../serving/remembered'
import { oncePerRendering, reads } from '../serving/render-scope'
import type { SectionSummary, Site } from './site'
import { readSite } from './site-record'

/** What the newsroom says of itself. */
export const getSite = oncePerRendering(
  remembered('site', async (): Promise<Site> => {
    reads('site')
    return readSite(database())
  }),
)

/** The sections, in the order of the navigation. */
export const getSections = oncePerRendering(
  remembered('sections', async (): Promise<SectionSummary[]> => {
    reads('site')
    const { id, slug, name, description, kind, position } = sections
    return database().select({ id, slug, name, description, kind }).from(sections).orderBy(asc(position), asc(id))
  }),
)
