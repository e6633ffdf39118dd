import type { ArticleBody, Block, Picture } from '../articles/article-body'
import type { ArticleInput } from '../articles/article-input'
import type { ImportFile } from './import-command'
import type { ParsedArticle, PictureReference } from './parsed-article'

/**
 * The parsed body and lead image with pictures that the newsroom has in the place of names; those that cannot be had are
 * left out, and the report says which.
 */
export async function withPictures(
  parsed: Pick<ParsedArticle, 'body' | 'pictures' | 'problems' | 'leadPicture'>,
  findPicture: ImportFile['findPicture'],
): Promise<{ body: ArticleBody; leadImage: ArticleInput['leadImage'] }> {
  const find = async (reference: PictureReference): Promise<number | null> => {
    const found = findPicture ? await findPicture(reference) : { refused: 'pictures are not taken in here' }
    if (typeof found === 'number') return found
    parsed.problems.push({ line: null, reason: `The picture “${reference.file}” was left out: ${found.refused}` })
    return null
  }
  const ids: (number | null)[] = []
  for (const reference of parsed.pictures) ids.push(await find(reference))
  const content = parsed.body.content.flatMap((block) => withMedia(block, (counted) => ids[counted - 1] ?? null))
  const lead = parsed.leadPicture
  const leadId = lead && (await find(lead))
  const leadImage = lead && leadId ? { media: leadId, alt: lead.alt, caption: lead.caption, credit: lead.credit } : null
  return { body: { ...parsed.body, content }, leadImage }
}

/** A block with the newsroom's pictures; without those that cannot be had, and without a gallery of none. */
function withMedia(block: Block, idOf: (counted: number) => number | null): Block[] {
  const known = (picture: Picture): Picture[] => {
    const media = idOf(picture.media)
    return media ? [{ ...picture, media }] : []
  }
  if (block.type === 'image') return known(block.attrs).map((attrs) => ({ type: 'image', attrs }))
  if (block.type === 'gallery') {
    const pictures = block.attrs.pictures.flatMap(known)
    return pictures.length > 0 ? [{ ...block, attrs: { ...block.attrs, pictures } }] : []
  }
  if (block.type !== 'embed' || !block.attrs.thumbnail) return [block]
  const { thumbnail, ...attrs } = block.attrs
  const [shown] = known(thumbnail)
  return [{ ...block, attrs: { ...attrs, ...(shown && { thumbnail: shown }) } }]
}
