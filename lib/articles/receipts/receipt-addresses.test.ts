import { describe, expect, it } from 'vitest'
import { listAddresses, nameOfAddress, ownAddresses } from './receipt-addresses'

const article = { slug: 'flood-papers', section: { slug: 'politics' } }

describe('the addresses of a receipt', () => {
  it('are everything that the article is by itself', () => {
    expect(ownAddresses(article, 'http://localhost:3000')).toEqual([
      ...['/politics/flood-papers', '/politics/flood-papers.md', '/politics/flood-papers/changes'],
      ...['/politics/flood-papers/changes.json', '/politics/flood-papers/comments.xml'],
      ...['/api/v1/articles/flood-papers', '/oembed?url=http%3A%2F%2Flocalhost%3A3000%2Fpolitics%2Fflood-papers'],
    ])
  })

  it('and every list, feed, sitemap and answer that it stands in, each once', () => {
    const found = listAddresses(
      ['latest', 'articles', 'corrections', 'section:politics', 'tag:floods', 'author:ada', 'tag:floods', 'article:1'],
      '2026-11-24',
    )
    expect(found).toEqual([...new Set(found)])
    expect(found).toEqual(
      expect.arrayContaining([
        ...['/', '/latest', '/feed.xml', '/atom.xml', '/feed.json', '/api/v1/articles', '/archive/2026/11/24'],
        ...['/archive/2026/11', '/archive/2026', '/sitemap.xml', '/news-sitemap.xml', '/corrections'],
        ...['/corrections/feed.xml', '/politics', '/politics/feed.xml', '/tag/floods', '/tag/floods/atom.xml'],
        ...['/author/ada', '/author/ada/feed.json', '/api/v1/articles?section=politics'],
        ...['/api/v1/articles?tag=floods', '/api/v1/articles?author=ada'],
      ]),
    )
  })

  it.each([
    ['/', 'Front'],
    ['/politics', 'Section'],
    ['/politics/flood-papers', 'Article'],
    ['/politics/flood-papers.md', 'Markdown'],
    ['/politics/flood-papers/changes.json', 'Record of changes'],
    ['/politics/flood-papers/comments.xml', 'Feed of comments'],
    ['/tag/floods/feed.xml', 'Feed'],
    ['/tag/floods', 'List'],
    ['/search?q=flood', 'List'],
    ['/sitemaps/articles-1.xml', 'Sitemap'],
    ['/api/v1/articles?tag=floods', 'API'],
    ['/politics/flood-papers/card/12.jpg', 'Page'],
  ])('%s is called %s', (address, name) => expect(nameOfAddress(address)).toBe(name))
})
