/**
 * HTML as Word and Google Docs put it on the clipboard, made into what it means: their wrappers, styles and comments go;
 * bold and italics that are only styles become marks; Word's lists, which are paragraphs with a bullet in them, become
 * lists. What is left is for the editor's own schema to read.
 *
 * @param tellLeftOut is told how many pictures were in it: the browser may not fetch them, and they have no alternative text
 */
export function cleanPaste(html: string, tellLeftOut: (pictures: number) => void = () => {}): string {
  // What was copied here is as it should be.
  if (html.includes('data-pm-slice')) return html
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const { body } = parsed
  dropComments(body)
  tellLeftOut([...body.querySelectorAll('img')].filter(isSeen).length)
  for (const dropped of body.querySelectorAll('style, script, meta, link, title, xml, template, iframe, object, img'))
    dropped.remove()
  for (const odd of [...body.querySelectorAll('*')].filter(({ tagName }) => tagName.includes(':'))) unwrap(odd)
  unwrapDocsShell(body)
  makeLists(body)
  for (const span of body.querySelectorAll<HTMLElement>('span, font')) markBySpan(span)
  for (const heading of body.querySelectorAll('h1, h4, h5, h6, p.MsoTitle'))
    rename(heading, heading.tagName === 'H1' ? 'h2' : heading.tagName === 'P' ? 'h2' : 'h3')
  for (const cell of body.querySelectorAll('td, th')) makeParagraphs(cell)
  for (const paragraph of body.querySelectorAll('p, div')) dropEmpty(paragraph)
  for (const any of body.querySelectorAll('*')) keepOnly(any)
  return body.innerHTML
}

const KEPT: Record<string, string[]> = {
  A: ['href'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
  OL: ['start'],
}

function dropComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

/** Pictures of one pixel only count who reads. */
function isSeen({ attributes }: HTMLImageElement): boolean {
  const isDot = (name: string) => Number(attributes.getNamedItem(name)?.value ?? 2) <= 1
  return !isDot('width') && !isDot('height')
}

/** Google Docs puts everything into a `b` that is not bold. */
function unwrapDocsShell(body: HTMLElement): void {
  for (const shell of body.querySelectorAll<HTMLElement>('b'))
    if (shell.id.startsWith('docs-internal-guid') || shell.style.fontWeight === 'normal') unwrap(shell)
}

function markBySpan(span: HTMLElement): void {
  const { fontWeight, fontStyle, textDecorationLine, textDecoration, verticalAlign } = span.style
  const marks = [
    (fontWeight === 'bold' || Number(fontWeight) >= 600) && !span.closest('h1, h2, h3, h4, h5, h6') && 'strong',
    fontStyle === 'italic' && 'em',
    (textDecorationLine || textDecoration).includes('line-through') && 's',
    verticalAlign === 'super' && 'sup',
    verticalAlign === 'sub' && 'sub',
  ].filter((mark) => mark !== false)
  let inner: Element = span
  for (const mark of marks) {
    const made = span.ownerDocument.createElement(mark)
    made.append(...inner.childNodes)
    inner.append(made)
    inner = made
  }
  unwrap(span)
}

/** Word's lists: paragraphs with `mso-list: l0 level2`, and the bullet in a span that is not to be read. */
function makeLists(body: HTMLElement): void {
  for (const first of body.querySelectorAll<HTMLElement>('p, h1, h2, h3')) {
    const list = listNumber(first)
    if (list === null || !first.isConnected) continue
    const items: HTMLElement[] = []
    for (let at: Element | null = first; at && listNumber(at) === list; at = at.nextElementSibling)
      items.push(at as HTMLElement)
    first.before(listOf(items))
    for (const item of items) item.remove()
  }
}

/** Which of the lists of its document a paragraph belongs to; null for none. */
function listNumber(paragraph: Element): string | null {
  return /mso-list:\s*(l\d+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? null
}

function listOf(items: HTMLElement[]): HTMLElement {
  const document = (items[0] as HTMLElement).ownerDocument
  const open: { level: number; list: HTMLElement }[] = []
  for (const item of items) {
    const level = Number(/level(\d)/i.exec(item.getAttribute('style') ?? '')?.[1] ?? 1)
    const marker = [...item.querySelectorAll<HTMLElement>('span')].find((span) =>
      /mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? ''),
    )
    const isNumbered = /^[\s(]*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(marker?.textContent ?? '')
    marker?.remove()
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    if (!last || last.level < level) {
      const list = document.createElement(isNumbered ? 'ol' : 'ul')
      const parent = last?.list.lastElementChild
      parent?.append(list)
      open.push({ level, list })
    }
    const made = document.createElement('li')
    const text = document.createElement('p')
    text.append(...item.childNodes)
    made.append(text)
    open.at(-1)?.list.append(made)
  }
  return (open[0] as { list: HTMLElement }).list
}

/** A cell holds paragraphs alone: a list or a heading in it would part the table. */
function makeParagraphs(cell: Element): void {
  for (const block of cell.querySelectorAll('h1, h2, h3, h4, h5, h6, pre, li, dt, dd, div, blockquote'))
    rename(block, 'p')
  for (const wrap of cell.querySelectorAll('ul, ol, dl')) unwrap(wrap)
  // From the end, each behind all that it stands in, so that they keep their order.
  for (const inner of [...cell.querySelectorAll('p p')].reverse()) outermost(inner, cell).after(inner)
}

function outermost(inner: Element, cell: Element): Element {
  let outer = inner
  for (let at = inner.parentElement; at && at !== cell; at = at.parentElement) if (at.tagName === 'P') outer = at
  return outer
}

function dropEmpty(node: Element): void {
  if (!node.querySelector('br, table, ul, ol') && (node.textContent ?? '').replaceAll('\u00A0', ' ').trim() === '')
    node.remove()
}

function keepOnly(node: Element): void {
  const kept = KEPT[node.tagName] ?? []
  for (const { name } of [...node.attributes]) if (!kept.includes(name)) node.removeAttribute(name)
}

function rename(node: Element, tag: string): void {
  const made = node.ownerDocument.createElement(tag)
  made.append(...node.childNodes)
  node.replaceWith(made)
}

function unwrap(node: Element): void {
  node.replaceWith(...node.childNodes)
}
