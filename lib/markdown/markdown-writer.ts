import type { ArticleBody, Block, Picture } from '../articles/article-body'
import { reference, writeAddress, writeInline, writeWords } from './markdown-inline-writer'

/** The name that the exported file gives a picture. */
export type PictureName = (id: number) => string

/**
 * A body as Markdown that `portal import` reads back. What Markdown has no words for stands in a fence (galleries,
 * embeds) or becomes the nearest that it has (cells that span).
 */
export function writeMarkdown(body: ArticleBody, pictureName: PictureName): string {
  return writeBlocks(body.content, pictureName)
}

function writeBlocks(blocks: Block[], pictureName: PictureName): string {
  const written: string[] = []
  let [last, isOther] = ['', false]
  for (const block of blocks) {
    // Two lists in a row are one, unless their markers differ.
    isOther = block.type === last && !isOther
    last = block.type
    const text = writeBlock(block, pictureName, isOther)
    if (text !== '') written.push(text)
  }
  return written.join('\n\n')
}

function writeBlock(block: Block, pictureName: PictureName, isOther: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return writeInline(block.content)
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${writeInline(block.content, { isOneLine: true })}`
    case 'bulletList':
      return writeItems(block.content, pictureName, () => (isOther ? '*' : '-'))
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      return writeItems(block.content, pictureName, (index) => `${start + index}${isOther ? ')' : '.'}`)
    }
    case 'blockquote':
      return prefix(writeBlocks(block.content, pictureName), '> ')
    case 'pullQuote':
      return writePullQuote(block)
    case 'image':
      return writePicture(block.attrs, pictureName)
    case 'gallery':
      return writeGallery(block, pictureName)
    case 'embed':
      return writeEmbed(block, pictureName)
    case 'factBox':
      return fence('facts', block.attrs.title, writeBlocks(block.content, pictureName))
    case 'timeline':
      return fence('timeline', block.attrs.title, writeEntries(block.content, pictureName))
    case 'codeBlock':
      return writeCode(block.content?.map(({ text }) => text).join('') ?? '')
    case 'horizontalRule':
      return '***'
    case 'table':
      return writeTable(block)
  }
}

function writeItems(
  items: { content: Block[] }[],
  pictureName: PictureName,
  markerAt: (index: number) => string,
): string {
  const written = items.map(({ content }, index) => {
    const marker = markerAt(index)
    const text = writeBlocks(content, pictureName)
    const indent = ' '.repeat(marker.length + 1)
    return text === '' ? marker : `${marker} ${prefix(text, indent).slice(indent.length)}`
  })
  return written.join('\n\n')
}

function writePullQuote({ attrs, content }: Extract<Block, { type: 'pullQuote' }>): string {
  const said = writeInline(content)
  return prefix(attrs.attribution ? `${said}\n\n— ${writeWords(attrs.attribution)}` : said, '> ')
}

function writePicture({ media, alt, caption, credit }: Picture, pictureName: PictureName): string {
  const words = credit ? `${caption} | ${credit}` : caption
  const title = words && ` "${words.replaceAll(/["\\&]/g, '\\$&').replaceAll(/\s+/gu, ' ')}"`
  return `![${writeWords(alt)}](${writeAddress(pictureName(media))}${title})`
}

function writeGallery({ attrs }: Extract<Block, { type: 'gallery' }>, pictureName: PictureName): string {
  return fence('gallery', attrs.title, attrs.pictures.map((picture) => writePicture(picture, pictureName)).join('\n'))
}

/** Each entry begins with a heading that says when it was. */
function writeEntries(entries: Extract<Block, { type: 'timeline' }>['content'], pictureName: PictureName): string {
  const written = entries.map(({ attrs, content }) =>
    `## ${writeWords(attrs.when)}`.trim().concat('\n\n', writeBlocks(content, pictureName)),
  )
  return written.map((entry) => entry.trimEnd()).join('\n\n')
}

/** What Markdown has no words for, between ticks of which it holds no longer run itself. */
function fence(kind: string, title: string, text: string): string {
  const words = title.replaceAll(/[`\\&\s]/gu, (letter) => (letter === ' ' ? letter : reference(letter)))
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const ticks = '`'.repeat(longest + 1)
  return [`${ticks}${kind}`.concat(words && ` ${words}`), text, ticks].join('\n')
}

function writeEmbed({ attrs }: Extract<Block, { type: 'embed' }>, pictureName: PictureName): string {
  const link = `[${writeWords(attrs.title || attrs.address)}](${writeAddress(attrs.address)})`
  const thumbnail = attrs.thumbnail ? [writePicture(attrs.thumbnail, pictureName)] : []
  return ['```embed', link, ...thumbnail, '```'].join('\n')
}

function writeCode(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text === '' ? '' : `${text}\n`}${fence}`
}

function writeTable({ content }: Extract<Block, { type: 'table' }>): string {
  const columns = Math.max(...content.map((row) => row.content.length))
  const line = (cells: string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`
  const rows = content.map((row) =>
    line(
      row.content.map((cell) =>
        cell.content.map(({ content: inline }) => writeInline(inline, { isOneLine: true })).join(' '),
      ),
    ),
  )
  const rules = { left: ':---', center: ':---:', right: '---:' }
  const rule = line(
    Array.from(
      { length: columns },
      (_, index) => rules[content[0]?.content[index]?.attrs?.align ?? ('none' as 'left')] ?? '---',
    ),
  )
  return [rows[0], rule, ...rows.slice(1)].join('\n')
}

function prefix(text: string, with_: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? with_.trimEnd() : `${with_}${line}`))
    .join('\n')
}
