/**
 * Document mode: the page as a document that needs nothing more.
 *
 * Next ends every page with the script of a browser application and a second copy of the page for it to start from. A
 * public page is complete without them, so they are taken out, and with them the marks that only that script reads.
 * Structured data, and modules of our own under `/reader/`, stay.
 *
 * It relies on what React writes: in text and attributes every `<` is escaped, so that a `<` always opens a tag or a
 * comment, except inside the raw text of `script` and `style`, which is skipped as a whole.
 */

const OWN_MODULE = /\ssrc="\/reader\/[^"]*"/
const DATA_BLOCK = /\stype="(?:application\/ld\+json|speculationrules)"/
const SCRIPT_PRELOAD =
  /^<link\b(?=[^>]*\srel="(?:preload|modulepreload)")(?=[^>]*(?:\sas="script"|\srel="modulepreload"))/
const SCRIPT_END = /<\/script/gi
const STYLE_END = /<\/style/gi
const RAW_ELEMENT = /<(script|style)\b[^>]*>/gi

/** @param html a finished page as Next renders it @returns the same page without the framework's part */
export function toDocument(html: string): string {
  const kept: string[] = []
  let position = 0
  RAW_ELEMENT.lastIndex = 0
  for (let opening = RAW_ELEMENT.exec(html); opening; opening = RAW_ELEMENT.exec(html)) {
    const [tag, name = ''] = opening
    const end = endOfRawElement(html, RAW_ELEMENT.lastIndex, name)
    kept.push(withoutMarks(html.slice(position, opening.index)))
    if (staysInDocument(tag, name)) kept.push(html.slice(opening.index, end))
    position = end
    RAW_ELEMENT.lastIndex = end
  }
  kept.push(withoutMarks(html.slice(position)))
  return kept.join('')
}

function staysInDocument(tag: string, name: string): boolean {
  if (name.toLowerCase() === 'style') return true
  return OWN_MODULE.test(tag) || DATA_BLOCK.test(tag)
}

/** Without React's comments and attributes, and without invitations to load scripts that are gone. */
function withoutMarks(markup: string): string {
  return markup
    .replaceAll(/<!--[^>]*-->/g, '')
    .replaceAll(/<link\b[^>]*>/g, (tag) =>
      SCRIPT_PRELOAD.test(tag) ? '' : tag.replace(/ data-precedence="[^"]*"/, ''),
    )
    .replaceAll(/<div hidden="">\s*<\/div>/g, '')
}

function endOfRawElement(html: string, from: number, name: string): number {
  const closing = name.toLowerCase() === 'script' ? SCRIPT_END : STYLE_END
  closing.lastIndex = from
  const found = closing.exec(html)
  if (!found) return html.length
  const end = html.indexOf('>', found.index)
  return end < 0 ? html.length : end + 1
}
