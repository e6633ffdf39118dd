import type { ArticleCard } from '../articles/article'
import { writeAddress, writeWords } from '../markdown/markdown-inline-writer'
import { readableText } from '../markup'
import { paths } from '../paths'
import type { SectionSummary, Site } from '../site/site'

type Contents = { site: Site; sections: SectionSummary[]; latest: ArticleCard[]; siteUrl: string }

/** What a language model is told of the site, and where it finds texts without markup (llmstxt.org). */
export function writeLlms({ site, sections, latest, siteUrl }: Contents): string {
  const link = (words: string, path: string, note = '') =>
    `- [${writeWords(words)}](${writeAddress(siteUrl + path)})${note && `: ${writeWords(note)}`}`
  const text = [
    `# ${writeWords(site.name)}`,
    `> ${writeWords(site.description)}`,
    'Every article is also Markdown: its address with `.md` at the end. Corrections stand in the article that they correct.',
    '## Sections',
    sections.map(({ name, slug, description }) => link(name, paths.section(slug), description)).join('\n'),
    '## Latest',
    latest.map((card) => link(card.headline, paths.twin(card), card.standfirst)).join('\n'),
    '## Everything',
    [
      link('Full-text feed', paths.feed('json'), 'JSON Feed of the newest articles'),
      link('Sitemaps', paths.sitemapIndex(), 'every address'),
      link('Corrections', paths.corrections(), 'what was put right, newest first'),
    ].join('\n'),
  ]
  return readableText(`${text.filter(Boolean).join('\n\n')}\n`)
}
