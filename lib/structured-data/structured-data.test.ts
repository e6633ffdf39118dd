import { expect, it } from 'vitest'
import type { Article } from '../articles/article'
import { siteSchema } from '../site/site'
import { articleData, authorData, siteData } from './structured-data'

const place = { site: siteSchema.parse({ name: 'The Record' }), siteUrl: 'https://news.example' }

const article: Article = {
  ...{ id: 7, slug: 'rain', section: { slug: 'world', name: 'World', kind: 'news' }, kind: 'news', kicker: '' },
  ...{ headline: 'Rain', standfirst: 'It rains.', bylines: [{ handle: 'wren', name: 'Wren' }], portrait: null },
  image: {
    ...{ id: 3, name: 'rain', width: 1600, height: 900, alt: 'Rain', caption: 'Rain.', credit: 'Ada' },
    ...{ focalX: 0.5, focalY: 0.5 },
  },
  ...{ language: 'de', direction: 'ltr', publishedAt: new Date('2026-01-02T03:04:05Z') },
  ...{
    updatedAt: new Date('2026-01-03T00:00:00Z'),
    commentCount: 0,
    dateline: '',
    contributors: '',
    keyPoints: [],
    words: 120,
  },
  ...{ body: { type: 'doc', content: [] }, tags: [{ slug: 'floods', spelling: 'Floods' }], images: new Map() },
  corrections: [{ id: 1, kind: 'correction', text: 'It was snow.', publishedAt: new Date('2026-02-01T00:00:00Z') }],
  ...{ comments: 'open', commentsCloseAt: null, ...{ seoTitle: '', seoDescription: '', socialHeadline: '' } },
}

it('says of an article what search engines ask for, its corrections included', () => {
  const [news, trail] = articleData(article, place)['@graph'] as unknown as Record<string, unknown>[]
  expect(news).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Rain',
    url: 'https://news.example/world/rain',
    datePublished: '2026-01-02T03:04:05.000Z',
    dateModified: '2026-02-01T00:00:00.000Z',
    author: [{ '@type': 'Person', name: 'Wren', url: 'https://news.example/author/wren' }],
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Record' },
    image: { url: 'https://news.example/media/3/rain-1280.jpg', width: '1280', height: '720' },
    ...{ articleSection: 'World', keywords: ['Floods'], wordCount: 120, inLanguage: 'de', isAccessibleForFree: true },
    correction: [{ '@type': 'CorrectionComment', text: 'It was snow.', datePublished: '2026-02-01T00:00:00.000Z' }],
  })
  expect(trail?.itemListElement).toMatchObject([
    { position: 1, name: 'The Record', item: 'https://news.example/' },
    { position: 2, name: 'World', item: 'https://news.example/world' },
    { position: 3, name: 'Rain', item: 'https://news.example/world/rain' },
  ])
})

it('counts no words where there are only pictures', () => {
  const [news] = articleData({ ...article, words: 0 }, place)['@graph'] as unknown as Record<string, unknown>[]
  expect(JSON.parse(JSON.stringify(news))).not.toHaveProperty('wordCount')
})

it('says how the site is searched, and who an author is', () => {
  expect(siteData(place)).toMatchObject({
    '@graph': [
      {
        '@type': 'WebSite',
        potentialAction: { target: { urlTemplate: 'https://news.example/search?q={search_term_string}' } },
      },
    ],
  })
  const author = { id: 1, handle: 'wren', name: 'Wren', title: '', bio: '', beats: [], portrait: null }
  expect(authorData(author, place)).toMatchObject({
    '@graph': [
      {
        '@type': 'ProfilePage',
        mainEntity: { '@type': 'Person', name: 'Wren', url: 'https://news.example/author/wren' },
      },
      { '@type': 'BreadcrumbList' },
    ],
  })
})
