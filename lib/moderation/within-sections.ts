import { inArray, type SQL, sql } from 'drizzle-orm'
import { articles } from '@/db/schema/articles'
import type { Viewer } from '../people/viewer'
import { moderatedSections } from './moderation-policy'

/** What the viewer moderates; over articles. */
export function withinSections(viewer: Viewer): SQL {
  const limits = moderatedSections(viewer)
  return limits === null ? sql`1` : inArray(articles.sectionId, [...limits])
}
