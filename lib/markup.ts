/** Written markup. Whatever is not wrapped in this is text and is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Child = Markup | string | null | false
type Attributes = Record<string, string | number | undefined>

/** Elements of HTML that have no content and no closing tag (HTML §13.1.2), of which the writers here use these. */
const VOID = new Set(['br', 'hr', 'img'])

/**
 * An element, for XML and HTML alike: every text and attribute in it is escaped, and one without a value is left out.
 *
 * @param name written in the code, never taken from outside
 */
export function element(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escapeMarkup(String(value))}"`)
    .join('')
  if (VOID.has(name)) return new Markup(`<${name}${written}/>`)
  return new Markup(`<${name}${written}>${join(children).text}</${name}>`)
}

/** Pieces one after the other. */
export function join(children: Child[]): Markup {
  return new Markup(children.map(textOf).join(''))
}

/** A whole XML document. */
export function xmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in an element or an attribute of HTML or XML. */
export function escapeMarkup(text: string): string {
  return readableText(text).replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] as string)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Text without what no XML 1.0 document may hold (§2.2): control characters, halves of letters and non-characters. */
export function readableText(text: string): string {
  return text.replaceAll(UNREADABLE, '')
}

function textOf(child: Child): string {
  if (!child) return ''
  return typeof child === 'string' ? escapeMarkup(child) : child.text
}
