import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Article } from '../articles/article'
import { siteSchema } from '../site/site'
import { writeTwin } from './article-twin'
import { writeLlms } from './llms'
import { oEmbedOf, writeOEmbed } from './oembed'

const siteUrl = 'https://news.example'
const site = siteSchema.parse({ name: 'The <Record>' })
const article: Article = {
  ...{ id: 7, slug: 'rain', section: { slug: 'world', name: 'World', kind: 'news' }, kind: 'news', kicker: '' },
  ...{
    headline: 'Rain: *more* [of it] ]]>\u0007',
    standfirst: 'It <rains>.',
    bylines: [{ handle: 'wren', name: 'Wren' }],
  },
  portrait: null,
  image: {
    ...{ id: 3, name: 'rain', width: 1600, height: 900, alt: 'Rain', caption: 'Much', credit: 'Ada' },
    ...{ focalX: 0.5, focalY: 0.5 },
  },
  ...{
    language: 'en',
    direction: 'ltr',
    publishedAt: new Date('2026-01-02T03:04:05Z'),
    updatedAt: null,
    commentCount: 0,
    dateline: '',
  },
  ...{
    contributors: '',
    keyPoints: [],
    words: 2,
    tags: [],
    images: new Map(),
    comments: 'open',
    commentsCloseAt: null,
    ...{ seoTitle: '', seoDescription: '', socialHeadline: '' },
  },
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: '/world/snow' } }] }],
      },
    ],
  },
  corrections: [
    { id: 1, kind: 'clarification', text: 'It was *snow*.', publishedAt: new Date('2026-02-01T00:00:00Z') },
  ],
}

it('writes an article as Markdown that says no more and no less', () => {
  const [, front = '', text = ''] = writeTwin(article, siteUrl).split('---\n')
  expect(parse(front)).toMatchObject({
    address: 'https://news.example/world/rain',
    byline: ['Wren'],
    published: '2026-01-02T03:04:05.000Z',
    changed: '2026-02-01T00:00:00.000Z',
  })
  expect(text).toContain('# Rain: \\*more\\* \\[of it\\] \\]\\]\\>\n\nIt \\<rains\\>.')
  expect(text).toContain('![Rain](<https://news.example/media/3/rain-1280.jpg> "Much | Ada")')
  expect(text).toContain('[here](<https://news.example/world/snow>)')
  expect(text).toContain('**Clarification:** It was \\*snow\\*.')
})

it('tells language models where the texts are', () => {
  const text = writeLlms({ site, sections: [], latest: [article], siteUrl })
  expect(text).toMatch(/^# The \\<Record\\>\n/)
  expect(text).toContain('](<https://news.example/world/rain.md>): It \\<rains\\>.')
})

it('offers a card to other sites, with a picture that fits', () => {
  const card = oEmbedOf(article, site, siteUrl, { width: 640, height: 300 })
  expect(card).toEqual({
    ...{ version: '1.0', type: 'link', title: 'Rain: *more* [of it] ]]>' },
    ...{ author_name: 'Wren', author_url: 'https://news.example/author/wren' },
    ...{ provider_name: 'The <Record>', provider_url: 'https://news.example/' },
    ...{ thumbnail_url: 'https://news.example/media/3/rain-480.jpg', thumbnail_width: 480, thumbnail_height: 270 },
  })
  expect(oEmbedOf(article, site, siteUrl, { width: 640, height: 0 })).not.toHaveProperty('thumbnail_url')
  expect(writeOEmbed(card, 'xml')).toContain('<provider_name>The &lt;Record&gt;</provider_name>')
})
