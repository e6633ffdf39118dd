import { paths } from '../paths'
import type { ChangeRecord } from './change-queries'
import { findFlaw } from './revision-chain'

export const CHANGE_FORMAT = 'broadsheet-changes-1'

/** The record of an article's changes, for whoever wants to keep or verify it; the format is docs/changes.md. */
export function exportChanges({ article, versions }: ChangeRecord, siteUrl: string) {
  return {
    format: CHANGE_FORMAT,
    article: siteUrl + paths.article(article),
    headline: article.headline,
    publishedAt: article.publishedAt.toISOString(),
    versions: versions.map(({ number, kind, note, at, previousHash, contentHash, hash, content }) => ({
      ...{ number, kind, note, at: at.toISOString(), previousHash, contentHash, hash, content },
    })),
  }
}

/**
 * Whether an exported record holds.
 *
 * @param exported what `/{section}/{slug}/changes.json` answered
 * @returns null when it does, else what is wrong in words
 */
export function verifyExport(exported: unknown): string | null {
  const { format, versions } = (exported ?? {}) as Partial<ReturnType<typeof exportChanges>>
  if (format !== CHANGE_FORMAT || !Array.isArray(versions)) return `It is no record of changes (${CHANGE_FORMAT}).`
  const links = versions.map((version) => ({ ...version, at: new Date(version.at) }))
  if (links.some(({ at }) => Number.isNaN(at.getTime()))) return 'A version has no date.'
  const flaw = findFlaw(links)
  return flaw && `Version ${flaw.number}: ${FLAWS[flaw.flaw]}.`
}

export const FLAWS = {
  'content changed': 'its text is not the one that was recorded',
  'link changed': 'what is said of it (its date, kind or note) is not what was recorded',
  'link missing': 'the version before it is missing or another one',
}
