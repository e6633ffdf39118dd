import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { sections } from '@/db/schema/articles'
import { pings } from '@/db/schema/pings'
import { isPublicArticle } from '../articles/article-policy'
import { FEED_FORMATS } from '../feeds/feed'
import { paths } from '../paths'
import type { ChangeKey } from '../write'

type Version = Parameters<typeof isPublicArticle>[0] & { slug: string; sectionId: number }

/**
 * Notes, with a change and in its transaction, what search engines and feed hubs are to be told: the addresses of the
 * article and the feeds that show it. What no reader could see before or after is told to nobody.
 *
 * @param versions the article before and after the change, or one of them where its address stays
 * @param places what the change said: the lists that the article is found through
 * @param moments when it may have been before readers: before and after a change that is one of time alone
 */
export async function recordPings(
  tx: Transaction,
  versions: Version[],
  places: readonly ChangeKey[],
  moments = [new Date()],
): Promise<void> {
  const shown = versions.filter((version) => moments.some((moment) => isPublicArticle(version, moment)))
  if (shown.length === 0) return
  for (const list of new Set(places.flatMap(listOf))) {
    for (const format of FEED_FORMATS) await record(tx, 'websub', paths.feed(format, list))
  }
  for (const version of shown) await record(tx, 'indexnow', await addressOf(tx, version))
}

/** One that waits already need not wait twice; that it changed once more is noted, should it be on its way. */
async function record(tx: Transaction, target: 'websub' | 'indexnow', path: string): Promise<void> {
  await waiting(tx).execute({ target, path })
}

const waiting = prepared((source) =>
  source
    .insert(pings)
    .values({ target: sql`${sql.placeholder('target')}`, path: sql.placeholder('path') })
    .onConflictDoUpdate({ target: [pings.target, pings.path], set: { version: sql`${pings.version} + 1` } })
    .prepare(),
)

/** The page of a list that a change speaks of. */
function listOf(key: ChangeKey): string[] {
  if (key === 'latest') return [paths.home()]
  const [kind, name = ''] = key.split(':', 2)
  if (kind === 'section') return [paths.section(name)]
  if (kind === 'tag') return [paths.tag(name)]
  return kind === 'author' ? [paths.author(name)] : []
}

async function addressOf(tx: Transaction, { slug, sectionId }: Version): Promise<string> {
  const [section] = await tx.select({ slug: sections.slug }).from(sections).where(eq(sections.id, sectionId))
  return paths.article({ slug, section: { slug: section?.slug ?? '' } })
}
