import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ARTICLE_KINDS } from '@/db/schema/articles'
import { PICTURE_NAMES } from '@/db/seed/pictures/draw'
import type { ArticleBody, Block } from '../articles/article-body'
import { plainText } from '../articles/body-text'
import { countWords } from '../articles/reading-time'
import { parseArticleMarkdown } from '../importing/article-markdown'

const FOLDER = 'db/seed/articles'
const newsroom = JSON.parse(readFileSync('db/seed/newsroom.json', 'utf8'))
const names = readdirSync(FOLDER)
const articles = names.map((name) => ({ name, ...parseArticleMarkdown(readFileSync(`${FOLDER}/${name}`, 'utf8')) }))
/** The columns of numbers below which the article itself has written their sum, in bold. */
const sums = articles.flatMap(({ name, body }) =>
  body.content.filter(isTable).flatMap((table) => columnsOf(name, table)),
)

describe('the demo newsroom', () => {
  it('fills eight sections with at least sixty articles', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60)
    for (const { slug } of newsroom.sections) {
      expect(articles.filter((article) => article.section === slug).length, slug).toBeGreaterThanOrEqual(4)
    }
  })

  it.each(articles)('$name is whole', ({ problems, published, leadPicture, pictures, section, body }) => {
    expect(problems).toEqual([])
    expect(published).not.toBeNull()
    expect(newsroom.sections.map(({ slug }: { slug: string }) => slug)).toContain(section)
    expect(body.content.length).toBeGreaterThan(0)
    if (leadPicture) expect(PICTURE_NAMES).toContain(leadPicture.file)
    if (leadPicture) expect(leadPicture.alt && leadPicture.credit).toBeTruthy()
    for (const { file, alt, credit } of pictures) {
      expect(PICTURE_NAMES).toContain(file)
      expect(alt && credit, file).toBeTruthy()
    }
  })

  it('has what a paper has: every kind of piece, long and short, old and put right', () => {
    const kinds = new Set(articles.map(({ kind }) => kind))
    for (const kind of ARTICLE_KINDS.filter((kind) => kind !== 'live')) expect(kinds, kind).toContain(kind)
    expect(articles.filter(({ body }) => countWords(body, 'en') >= 2500).length, 'long reads').toBeGreaterThanOrEqual(1)
    expect(articles.filter(({ body }) => countWords(body, 'en') <= 150).length, 'briefs').toBeGreaterThanOrEqual(4)
    expect(
      Math.max(...articles.map(({ body }) => body.content.filter(isTable).length)),
      'tables',
    ).toBeGreaterThanOrEqual(4)
    expect(JSON.stringify(articles)).toContain('"type":"gallery"')
    const old = articles.filter(({ published }) => (published?.local ?? '') < '2026-10-24')
    expect(old.length, 'older than thirty days').toBeGreaterThanOrEqual(3)
    const repairs = new Set(articles.flatMap(({ corrections }) => corrections.map(({ kind }) => kind)))
    expect([...repairs].sort()).toEqual(['clarification', 'correction', 'note'])
  })

  it('is written in nine languages, one of them from right to left', () => {
    const languages = new Set(articles.map(({ language }) => language ?? 'en'))
    expect([...languages].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pl', 'pt-PT'])
    for (const { language, direction } of articles) expect(direction === 'rtl').toBe(language === 'ar')
  })

  it.each(sums)('adds up $column in $name', ({ parts, sum }) => {
    expect(parts.reduce((total, part) => total + part, 0)).toBe(sum)
  })

  it('links to articles that exist', () => {
    const addresses = new Set(articles.map(({ section, slug }) => `/${section}/${slug}`))
    const links = articles.flatMap(({ body }) => JSON.stringify(body).match(/(?<="href":")\/[^"]+/g) ?? [])
    for (const link of links) expect(addresses).toContain(link)
    for (const { related } of articles)
      for (const slug of related) expect(articles.map((one) => one.slug)).toContain(slug)
  })

  it('puts on its front what there is', () => {
    for (const { article, sublinks = [] } of newsroom.fronts.home) {
      for (const slug of [article, ...sublinks]) expect(articles.map((one) => one.slug)).toContain(slug)
    }
  })
})

type Table = Extract<Block, { type: 'table' }>

function isTable(block: ArticleBody['content'][number]): block is Table {
  return block.type === 'table'
}

function columnsOf(name: string, { content: [head, ...rows] }: Table) {
  const last = rows.at(-1)
  const isSum = (row: Table['content'][number]) => JSON.stringify(row.content[0]).includes('"bold"')
  if (!head || !last || !isSum(last)) return []
  const parts = rows.filter((row) => !isSum(row))
  return head.content.flatMap((cell, index) => {
    const [own, sum] = [parts, [last]].map((some) => some.map(({ content }) => numberOf(content[index])))
    if (index === 0 || !own || !sum || [...own, ...sum].some(Number.isNaN)) return []
    return [{ name, column: plainText(cell as never), parts: own, sum: sum[0] as number }]
  })
}

/** A whole number as it stands in a cell; not a number where there is another thing. */
function numberOf(cell: unknown): number {
  const text = plainText(cell as Block).trim()
  return /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN
}
