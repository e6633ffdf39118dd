import { parseBodyMarkdown } from '../../importing/article-markdown'
import type { PictureReference } from '../../importing/parsed-article'
import { withPictures } from '../../importing/pictures'
import type { ArticleBody, Block } from '../article-body'
import { blockIdOf, withBlockId } from '../merge/block-ids'
import { pair } from '../merge/pair'
import { isSame } from '../merge/sameness'
import { bodyToMarkdown } from './body-markdown'

/**
 * A body as Markdown to write in, where there is no script. Markdown does not say everything that a block holds (spans of
 * cells, raised letters, the picture of an embed): what nobody touched comes back as it was, by its place in what it was
 * made from.
 */

/** Pictures go by their number: `![alt](media/12 "caption | credit")`. */
const PICTURE = /^\/?media\/(\d{1,15})$/

/**
 * Reads what came back from the form.
 *
 * @param base the body that the form was drawn with, with ids
 * @returns the body, with the ids of the blocks that it was made from, and what could not be read
 */
export async function bodyFromMarkdown(
  text: string,
  base: ArticleBody,
): Promise<{ body: ArticleBody; problems: string[] }> {
  const shown = bodyToMarkdown(base)
  if (sameLines(text, shown)) return { body: base, problems: [] }
  const [before, now] = [await read(shown), await read(text)]
  const origins = originsOf(base, before.content)
  const partners = pair(before.content, now.content)
  const content = now.content.map((block, at): Block => {
    const place = partners[at]
    const origin = place === undefined ? undefined : origins[place]
    if (!origin) return block
    return isSame(block, before.content[place as number]) ? origin : madeFrom(origin, block)
  })
  return { body: { type: 'doc', content }, problems: now.problems }
}

async function read(text: string): Promise<{ content: Block[]; problems: string[] }> {
  // In a file it says that there is no text; in a form nobody typed it.
  const { content, pictures, problems } = parseBodyMarkdown(text.replaceAll('\0', ''))
  const parsed = { body: { type: 'doc' as const, content }, pictures, problems, leadPicture: null }
  const { body } = await withPictures(parsed, findByNumber)
  const told = problems.map(({ line, reason }) => (line === null ? reason : `Line ${line}: ${reason}`))
  return { content: body.content, problems: told }
}

async function findByNumber({ file }: PictureReference): Promise<number | { refused: string }> {
  const [, number] = PICTURE.exec(file) ?? []
  return number ? Number(number) : { refused: 'pictures of the newsroom are called media/ and their number.' }
}

/** The block of the base that each block of its own Markdown was written from. */
function originsOf(base: ArticleBody, read: Block[]): (Block | undefined)[] {
  const written = base.content.filter((block) => bodyToMarkdown({ type: 'doc', content: [block] }) !== '')
  if (written.length === read.length) return written
  return pair(written, read).map((place) => (place === undefined ? undefined : written[place]))
}

/** A changed block keeps the id of what it was, and what Markdown cannot say of it. */
function madeFrom(origin: Block, block: Block): Block {
  const id = blockIdOf(origin)
  const named = id ? withBlockId(block, id) : block
  if (origin.type !== 'table' || named.type !== 'table') return named
  return { ...named, attrs: { ...named.attrs, caption: origin.attrs?.caption ?? '' } }
}

function sameLines(left: string, right: string): boolean {
  const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim()
  return plain(left) === plain(right)
}
