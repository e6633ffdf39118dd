import { stringify } from 'yaml'
import type { articles, corrections } from '@/db/schema/articles'
import { type ArticleBody, articleBodySchema } from '../../articles/article-body'
import { parseArticleMarkdown } from '../../importing/article-markdown'
import { type PictureName, writeMarkdown } from '../../markdown/markdown-writer'

/** An article with everything that its file names. */
export type ExportedArticle = {
  row: typeof articles.$inferSelect
  section: string
  bylines: string[]
  tags: string[]
  related: string[]
  corrections: (typeof corrections.$inferSelect)[]
}

/**
 * An article as a Markdown file with front matter that `portal import` reads back.
 *
 * Only what readers may see now, or would see at a date alone, is dated: a draft, a withdrawn or an embargoed article
 * comes back as a draft, as a file can say no more.
 *
 * @param now the moment that an embargo is compared with
 */
export function writeArticleFile(article: ExportedArticle, pictureName: PictureName, now: Date): string {
  const { row } = article
  const yaml = stringify(frontMatter(article, pictureName, now), { schema: 'core', lineWidth: 0 })
  return `---\n${yaml}---\n\n${writeMarkdown(articleBodySchema.parse(row.body), pictureName)}\n`
}

/** Whether the file says all that the body does; what it does not is in articles.json. */
export function isWholeInMarkdown(file: string, body: ArticleBody, pictureName: PictureName): boolean {
  const parsed = parseArticleMarkdown(file)
  const nameOf = (counted: number) => parsed.pictures[counted - 1]?.file ?? ''
  return comparable(parsed.body, nameOf) === comparable(body, pictureName)
}

function frontMatter(article: ExportedArticle, pictureName: PictureName, now: Date): Record<string, unknown> {
  const { row, section, bylines, tags, related } = article
  const isDated =
    (row.state === 'published' || row.state === 'scheduled') && !(row.embargoUntil && row.embargoUntil > now)
  const isTakenDown = row.takeDownAt !== null && row.takeDownAt <= now
  const image = row.leadImageId && {
    ...{ file: pictureName(row.leadImageId), alt: row.leadImageAlt },
    ...{ caption: row.leadImageCaption, credit: row.leadImageCredit },
  }
  const fields = {
    ...{
      headline: row.headline,
      slug: row.slug,
      section,
      kind: row.kind,
      kicker: row.kicker,
      standfirst: row.standfirst,
    },
    ...{ byline: bylines, dateline: row.dateline },
    ...(isDated && !isTakenDown && { published: moment(row.publishedAt), updated: moment(row.updatedAt) }),
    ...{ tags, language: row.language, direction: row.direction, image, key_points: row.keyPoints },
    ...{ contributors: row.contributors, corrections: correctionsOf(article), related, comments: row.comments },
  }
  // An absent standfirst would be made from the first paragraph: an empty one is written down.
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => name === 'standfirst' || !isEmpty(value)))
}

function correctionsOf({ corrections }: ExportedArticle) {
  return corrections
    .filter(({ kind }) => kind !== 'withdrawal')
    .map(({ kind, publishedAt, text }) => ({ kind, at: moment(publishedAt), text }))
}

/** In UTC, and said so: the zone of the newsroom that reads it may be another. */
function moment(date: Date | null): string | null {
  return date && `${date.toISOString().slice(0, 19).replace('T', ' ')}Z`
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** Two bodies that say the same, in the same spelling: without what stands at its default, and without empty paragraphs. */
function comparable(body: ArticleBody, pictureName: PictureName): string {
  const plain = (node: unknown): unknown => {
    const { type, attrs, content, text, marks } = node as Record<string, unknown> & {
      content?: unknown[]
      marks?: { type: string }[]
    }
    const children = content?.map(plain).filter((child) => child !== null)
    if (type === 'paragraph' && !children?.length) return null
    const kept = Object.entries((attrs ?? {}) as object).filter(([, value]) => !isEmpty(value) && value !== 1)
    const named = kept.map(([name, value]) => [name, withNames(name, value, pictureName)])
    const sorted = marks?.map((mark) => JSON.stringify(mark)).sort()
    return [type, text, Object.fromEntries(named.sort()), children ?? [], sorted ?? []]
  }
  return JSON.stringify(plain(articleBodySchema.parse(body)))
}

/** The value of an attribute, each picture in it by its file and not by its number. */
function withNames(name: string, value: unknown, pictureName: PictureName): unknown {
  if (name === 'media') return pictureName(value as number)
  if (Array.isArray(value)) return value.map((one) => withNames('', one, pictureName))
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value).map(([inner, own]) => [inner, withNames(inner, own, pictureName)])
}
