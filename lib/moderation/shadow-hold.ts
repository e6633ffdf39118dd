import { gt, isNull, or, type SQL } from 'drizzle-orm'
import { shadowHolds } from '@/db/schema/moderation'

/** The holds that are not over at a moment. */
export function holdsAt(now: Date): SQL {
  return or(isNull(shadowHolds.until), gt(shadowHolds.until, now)) as SQL
}
