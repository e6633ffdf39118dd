import { and, desc, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { audit } from '@/db/schema/site'
import type { Viewer } from '../people/viewer'
import { isWithinLimits, moderatedSections } from './moderation-policy'

/** Something that was done about somebody. */
export type PersonDeed = { id: number; at: Date; actor: string; action: string; reason: string }

/** What is done about people, as the audit log names it. */
const DEEDS = [
  'person.warn',
  'person.suspend',
  'person.ban',
  'person.restore',
  'person.hold',
  'person.release',
  'person.portrait',
]

const MOST = 20
/** Among so many a limited viewer's are looked for. */
const MOST_LOOKED_AT = 500

/**
 * What was done about somebody, the latest first. A deed belongs to the section of the comment that it is because of
 * (`comment` in its line of the log); whoever is limited to sections sees those, and what they did themselves.
 */
export async function personDeeds(viewer: Viewer, personId: number): Promise<PersonDeed[]> {
  const isLimited = moderatedSections(viewer) !== null
  const rows = await database()
    .select()
    .from(audit)
    .where(and(eq(audit.subject, `person:${personId}`), inArray(audit.action, DEEDS)))
    .orderBy(desc(audit.id))
    .limit(isLimited ? MOST_LOOKED_AT : MOST)
  const sectionOf = isLimited ? await sectionsOf(rows.map(({ detail }) => commentIn(detail))) : new Map()
  return rows
    .filter(
      ({ personId: by, detail }) =>
        !isLimited ||
        (by !== null && by === viewer.personId) ||
        isWithinLimits(viewer, sectionOf.get(commentIn(detail)) ?? null),
    )
    .slice(0, MOST)
    .map(({ id, at, actor, action, detail }) => ({
      ...{ id, at, actor, action },
      reason: typeof detail.reason === 'string' ? detail.reason : '',
    }))
}

function commentIn({ comment }: Record<string, unknown>): number | null {
  return typeof comment === 'number' ? comment : null
}

async function sectionsOf(commentIds: (number | null)[]): Promise<Map<number | null, number>> {
  const ids = commentIds.filter((id) => id !== null)
  const rows = await database()
    .select({ id: comments.id, sectionId: articles.sectionId })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(inArray(comments.id, ids))
  return new Map(rows.map(({ id, sectionId }) => [id, sectionId]))
}
