import type { ArticleBody, Block } from '../articles/article-body'
import type { ArticleInput } from '../articles/article-input'
import type { ImportFile } from './import-command'
import type { ParsedArticle, PictureReference } from './parsed-article'

/**
 * The parsed body and lead image with pictures that the newsroom has in the place of names; those that cannot be had are
 * left out, and the report says which.
 */
export async function withPictures(
  parsed: ParsedArticle,
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
  const content = parsed.body.content.flatMap((block): Block[] => {
    if (block.type !== 'image') return [block]
    const media = ids[block.attrs.media - 1]
    return media ? [{ ...block, attrs: { ...block.attrs, media } }] : []
  })
  const lead = parsed.leadPicture
  const leadId = lead && (await find(lead))
  const leadImage = lead && leadId ? { media: leadId, alt: lead.alt, caption: lead.caption, credit: lead.credit } : null
  return { body: { ...parsed.body, content }, leadImage }
}
