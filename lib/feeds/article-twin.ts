import { stringify } from 'yaml'
import type { Article } from '../articles/article'
import type { ArticleBody, Block } from '../articles/article-body'
import { writeWords } from '../markdown/markdown-inline-writer'
import { writeMarkdown } from '../markdown/markdown-writer'
import { readableText } from '../markup'
import { paths } from '../paths'
import { largeRendition } from './article-html'
import { completeAddress } from './complete-address'
import { changedAt } from './feed'

const CORRECTION_WORDS = {
  correction: 'Correction',
  clarification: 'Clarification',
  note: 'Editor’s note',
  withdrawal: 'Withdrawn',
}

/** An article as Markdown with front matter, for machines that read text. Every address in it is complete. */
export function writeTwin(article: Article, siteUrl: string): string {
  const { headline, standfirst, body, corrections, contributors } = article
  const pictures = picturesOf(article, siteUrl)
  const text = [
    `---\n${stringify(frontMatter(article, siteUrl), { schema: 'core', lineWidth: 0 })}---`,
    `# ${writeWords(headline)}`,
    standfirst && writeWords(standfirst),
    writeMarkdown(withLead(withCompleteLinks(body, article, siteUrl), article), pictures),
    ...corrections.map(({ kind, text: words }) => `**${CORRECTION_WORDS[kind]}:** ${writeWords(words)}`),
    contributors && writeWords(contributors),
  ]
  return readableText(`${text.filter(Boolean).join('\n\n')}\n`)
}

function frontMatter(article: Article, siteUrl: string): Record<string, unknown> {
  const { headline, bylines, dateline, publishedAt, section, tags, language } = article
  const fields = {
    headline,
    address: siteUrl + paths.article(article),
    byline: bylines.map(({ name }) => name),
    dateline,
    published: publishedAt.toISOString(),
    changed: changedAt(article).toISOString(),
    section: section.name,
    tags: tags.map(({ spelling }) => spelling),
    language,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0))
}

/** Where each picture is, by its id. */
function picturesOf({ image, images }: Article, siteUrl: string): (id: number) => string {
  return (id) => {
    const found = image?.id === id ? image : images.get(id)
    return found ? largeRendition(found, siteUrl).address : ''
  }
}

function withLead(body: ArticleBody, { image }: Article): ArticleBody {
  if (!image) return body
  const { id, alt, caption, credit } = image
  const lead: Block = { type: 'image', attrs: { media: id, alt, caption, credit } }
  return { ...body, content: [lead, ...body.content] }
}

/** The same body with links that hold outside the site. */
function withCompleteLinks(body: ArticleBody, article: Article, siteUrl: string): ArticleBody {
  const complete = (_: string, value: unknown) => {
    const { type, attrs } = (value ?? {}) as { type?: unknown; attrs?: { href?: unknown } }
    if (type !== 'link' || typeof attrs?.href !== 'string') return value
    return { type, attrs: { href: completeAddress(attrs.href, article, siteUrl) } }
  }
  return JSON.parse(JSON.stringify(body, complete))
}
