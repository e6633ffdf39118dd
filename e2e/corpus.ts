import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** Real articles, which lie beside the project and are no part of it. */
const CORPUS = fileURLToPath(new URL('../../shared/corpus/news.jsonl.gz', import.meta.url))

export const hasCorpus = () => existsSync(CORPUS)

export type CorpusArticle = {
  title: string
  slug: string
  date: string
  section: string
  tags: string[]
  authors: string[]
  deck: string | null
  body: string
}

const HARD = /<(?:table|iframe|script|img|pre|blockquote)\b/

/**
 * So many articles of the corpus, the same each time: those with what is hard to show first, the others spread evenly
 * over the years.
 */
export function readCorpus(count: number): CorpusArticle[] {
  const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').split('\n').filter(Boolean)
  const all = lines.map((line) => JSON.parse(line) as CorpusArticle)
  const isHard = ({ title, body }: CorpusArticle) => HARD.test(body) || /[^ -~]/.test(title)
  const hard = all.filter(isHard).slice(0, count / 2)
  const others = all.filter((article) => !isHard(article))
  const step = others.length / (count - hard.length)
  return [...hard, ...Array.from({ length: count - hard.length }, (_, index) => others[Math.floor(index * step)])].map(
    (article) => article as CorpusArticle,
  )
}

/** The article as a Markdown file with front matter. */
export function asMarkdownFile(
  { title, slug, date, tags, authors, deck, body }: CorpusArticle,
  section: string,
): string {
  const fields = {
    headline: title,
    slug,
    section,
    published: date,
    tags,
    byline: authors,
    standfirst: deck ?? undefined,
  }
  const yaml = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${yaml.join('\n')}\n---\n\n${markdownOf(body)}\n`
}

/** The article as a plain-text file. */
export function asTextFile({ title, date, tags, authors, body }: CorpusArticle): string {
  const blocks = markdownOf(body.replace(/<(?:a|strong|em|b|i|img)\b[^>]*>|<\/(?:a|strong|em|b|i)>/gi, ''))
  const byline = authors.length > 0 ? `by ${authors.join(', ')}\n\n` : ''
  const topics = tags.map((tag) => `#${tag}`).join(' ')
  return `${title}\n\n${byline}${date.slice(0, 19).replace('T', ' ')}\n\n${blocks.replace(/^#+ /gm, '')}\n\n${topics}\n`
}

const HEADINGS: Record<string, string> = { h1: '## ', h2: '## ', h3: '### ', h4: '### ', h5: '### ', h6: '### ' }
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': '’' }

/** HTML in the words of Markdown, as far as an article needs them; what Markdown has no words for keeps its text. */
function markdownOf(html: string): string {
  const lists: { ordered: boolean; count: number }[] = []
  let quoted = 0
  let link = ''
  const bare = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<table\b[\s\S]*?<\/table>/gi, tableOf)
  const written = bare.replace(
    /<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi,
    (_, close: string, tag: string, attributes: string) => {
      const name = tag.toLowerCase()
      const prefix = `\n\n${'> '.repeat(quoted)}`
      if (HEADINGS[name]) return close ? '\n\n' : `\n\n${HEADINGS[name]}`
      switch (name) {
        case 'p':
        case 'div':
        case 'figure':
        case 'section':
          return lists.length > 0 ? ' ' : prefix
        case 'ul':
        case 'ol':
          if (close) lists.pop()
          else lists.push({ ordered: name === 'ol', count: 0 })
          return lists.length > 0 && !close ? '' : '\n\n'
        case 'li': {
          const list = lists.at(-1)
          if (close || !list) return ''
          list.count += 1
          return `\n${'   '.repeat(lists.length - 1)}${list.ordered ? `${list.count}.` : '-'} `
        }
        case 'blockquote':
          quoted = Math.max(0, quoted + (close ? -1 : 1))
          return `\n\n${'> '.repeat(quoted)}`
        case 'strong':
        case 'b':
          return '**'
        case 'em':
        case 'i':
          return '_'
        case 'code':
          return '`'
        case 'br':
          return '\\\n'
        case 'hr':
          return '\n\n---\n\n'
        case 'img':
          return `\n\n![${attribute(attributes, 'alt').replace(/[[\]]/g, '')}](<${attribute(attributes, 'src')}>)\n\n`
        case 'a':
          if (close) return link && `](<${link}>)`
          link = attribute(attributes, 'href').replace(/[<>\n]/g, '')
          return link && '['
        default:
          return ''
      }
    },
  )
  return written
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] as string)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function tableOf(table: string): string {
  const rows = [...table.matchAll(/<tr\b[\s\S]*?<\/tr>/gi)].map(([row]) =>
    [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/gi)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .replaceAll('|', '/')
        .trim(),
    ),
  )
  const [head, ...others] = rows.filter((row) => row.length > 0)
  if (!head) return ''
  const line = (cells: string[]) => `| ${head.map((_, index) => cells[index] ?? '').join(' | ')} |`
  return `\n\n${[line(head), line(head.map(() => '---')), ...others.map(line)].join('\n')}\n\n`
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(attributes)?.[1] ?? ''
}
