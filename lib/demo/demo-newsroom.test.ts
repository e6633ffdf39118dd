import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PICTURE_NAMES } from '@/db/seed/pictures/draw'
import { parseArticleMarkdown } from '../importing/article-markdown'

const FOLDER = 'db/seed/articles'
const newsroom = JSON.parse(readFileSync('db/seed/newsroom.json', 'utf8'))
const names = readdirSync(FOLDER)
const articles = names.map((name) => ({ name, ...parseArticleMarkdown(readFileSync(`${FOLDER}/${name}`, 'utf8')) }))

describe('the demo newsroom', () => {
  it('fills eight sections with at least thirty articles', () => {
    expect(articles.length).toBeGreaterThanOrEqual(30)
    for (const { slug } of newsroom.sections) {
      expect(articles.filter((article) => article.section === slug).length, slug).toBeGreaterThanOrEqual(4)
    }
  })

  it.each(articles)('$name is whole', ({ problems, published, leadPicture, section, body }) => {
    expect(problems).toEqual([])
    expect(published).not.toBeNull()
    expect(newsroom.sections.map(({ slug }: { slug: string }) => slug)).toContain(section)
    expect(body.content.length).toBeGreaterThan(0)
    if (leadPicture) expect(PICTURE_NAMES).toContain(leadPicture.file)
    if (leadPicture) expect(leadPicture.alt && leadPicture.credit).toBeTruthy()
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
