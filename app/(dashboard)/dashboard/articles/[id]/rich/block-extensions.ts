import { Node, type NodeViewRendererProps } from '@tiptap/core'
import type { DOMOutputSpec, Node as ProseNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { Picture } from '@/lib/articles/article-body'
import { paths } from '@/lib/paths'
import { drawLater } from './draw-later'
import { button, element, field, refresh } from './field-view'
import { pictureSize } from './picture-sizes'

/** The blocks that the paper has beside text: each is drawn near to how it will look, with its words in lines to type in. */

type Words = { label: string; attribute: string }
type Given = Pick<NodeViewRendererProps, 'node' | 'editor' | 'getPos'>

/** Sets attributes of the node that a view draws. */
function setter({ editor, getPos }: Given) {
  return (attributes: Record<string, unknown>) => {
    const place = typeof getPos === 'function' ? getPos() : undefined
    const now = place === undefined ? null : editor.state.doc.nodeAt(place)
    if (place === undefined || !now) return
    editor.view.dispatch(editor.state.tr.setNodeMarkup(place, undefined, { ...now.attrs, ...attributes }))
  }
}

function remover({ editor, getPos }: Given) {
  return () => {
    const place = typeof getPos === 'function' ? getPos() : undefined
    const now = place === undefined ? null : editor.state.doc.nodeAt(place)
    if (place === undefined || !now) return
    editor.view.dispatch(editor.state.tr.delete(place, place + now.nodeSize))
    editor.view.focus()
  }
}

/** A view whose words stand in lines; `draw` adds what is drawn above them. */
function wordView(
  given: Given,
  name: string,
  words: Words[],
  draw: (node: ProseNode) => globalThis.Node[],
  isAtom = false,
): NodeView {
  let now = given.node
  const set = setter(given)
  const wordOf = (attribute: string) => String(now.attrs[attribute] ?? '')
  const dom = element('div', `block-view is-${now.type.name}`)
  const content = isAtom ? null : element('div', 'block-content')
  const foot = element('div', 'block-tools')
  foot.contentEditable = 'false'
  const drawWhole = () => {
    const drawn = element('div', 'block-drawn', ...draw(now))
    drawn.contentEditable = 'false'
    const lines = words.map(({ label, attribute }) =>
      field(label, wordOf(attribute), (value) => set({ [attribute]: value })),
    )
    foot.append(...lines, button(`Remove ${name}`, remover(given)))
    dom.prepend(drawn)
    dom.append(foot)
  }
  if (content) dom.append(content)
  const callOff = isAtom ? drawLater(dom, drawWhole) : drawWhole()
  const isDrawnAlike = (node: ProseNode) =>
    node.type === now.type &&
    Object.keys(node.attrs).every(
      (key) => key === 'id' || words.some(({ attribute }) => attribute === key) || node.attrs[key] === now.attrs[key],
    )
  return {
    dom,
    ...(content && { contentDOM: content }),
    update(node) {
      if (!isDrawnAlike(node)) return false
      now = node
      refresh(dom, Object.fromEntries(words.map(({ label, attribute }) => [label, wordOf(attribute)])))
      return true
    },
    destroy: () => callOff?.(),
    stopEvent: (event) => foot.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) => !content?.contains(mutation.target),
  }
}

function drawnPicture({ media, alt }: Pick<Picture, 'media' | 'alt'>): globalThis.Node {
  const image = document.createElement('img')
  // Said before the address: it is not fetched before it is near to be seen.
  image.loading = 'lazy'
  image.decoding = 'async'
  const size = pictureSize(media)
  if (size) Object.assign(image, size)
  image.alt = alt
  image.src = paths.deskPicture(media)
  return image
}

const pictureWords: Words[] = [
  { label: 'Alternative text', attribute: 'alt' },
  { label: 'Caption', attribute: 'caption' },
  { label: 'Credit', attribute: 'credit' },
]

/** How a block goes over the clipboard from one article to another. What comes back is checked by the server like all else. */
function asHtml(tag: string, kind: string, hasContent: boolean) {
  return {
    parseHTML: () => [
      {
        tag: `${tag}[data-kind="${kind}"]`,
        priority: 60,
        getAttrs: (dom: HTMLElement) => attributesIn(dom.dataset.attrs),
      },
    ],
    renderHTML: ({ node }: { node: ProseNode }): DOMOutputSpec => {
      const attributes = { 'data-kind': kind, 'data-attrs': JSON.stringify({ ...node.attrs, id: null }) }
      return hasContent ? [tag, attributes, 0] : [tag, attributes]
    },
  }
}

function attributesIn(text: string | undefined): Record<string, unknown> | false {
  try {
    return JSON.parse(text ?? '') as Record<string, unknown>
  } catch {
    return false
  }
}

const hidden = (value: unknown) => ({ default: value, rendered: false })

const Image = Node.create({
  ...{ name: 'image', group: 'block', atom: true, draggable: true },
  addAttributes: () => ({ media: hidden(0), alt: hidden(''), caption: hidden(''), credit: hidden('') }),
  ...asHtml('figure', 'image', false),
  addNodeView: () => (given) =>
    wordView(given, 'picture', pictureWords, ({ attrs }) => [drawnPicture(attrs as Picture)], true),
})

const Gallery = Node.create({
  ...{ name: 'gallery', group: 'block', atom: true, draggable: true },
  addAttributes: () => ({ title: hidden(''), pictures: hidden([]) }),
  ...asHtml('figure', 'gallery', false),
  addNodeView: () => (given) => galleryView(given),
})

function galleryView(given: Given): NodeView {
  const set = setter(given)
  let now = given.node
  const pictures = () => now.attrs.pictures as Picture[]
  const change = (at: number, words: Partial<Picture>) =>
    set({ pictures: pictures().map((picture, place) => (place === at ? { ...picture, ...words } : picture)) })
  const dom = element('div', 'block-view is-gallery')
  dom.contentEditable = 'false'
  const draw = () => {
    const lines = pictures().map((picture, at) =>
      element(
        'li',
        '',
        drawnPicture(picture),
        ...pictureWords.map(({ label, attribute }) =>
          field(`${label}, picture ${at + 1}`, picture[attribute as 'alt'], (value) =>
            change(at, { [attribute]: value }),
          ),
        ),
        button(`Take picture ${at + 1} out`, () => {
          if (pictures().length === 1) remover(given)()
          else set({ pictures: pictures().filter((_, place) => place !== at) })
        }),
      ),
    )
    const title = field('Gallery title', String(now.attrs.title), (value) => set({ title: value }))
    dom.replaceChildren(title, element('ol', '', ...lines), button('Remove gallery', remover(given)))
  }
  const callOff = drawLater(dom, draw)
  const values = () =>
    Object.fromEntries(
      pictures().flatMap((picture, at) =>
        pictureWords.map(({ label, attribute }) => [`${label}, picture ${at + 1}`, picture[attribute as 'alt']]),
      ),
    )
  const shape = (node: ProseNode) => (node.attrs.pictures as Picture[]).map(({ media }) => media).join()
  return {
    dom,
    update(node) {
      if (node.type !== now.type) return false
      const isOther = shape(node) !== shape(now)
      now = node
      if (isOther) draw()
      else refresh(dom, { ...values(), 'Gallery title': String(now.attrs.title) })
      return true
    },
    destroy: callOff,
    stopEvent: () => true,
    ignoreMutation: () => true,
  }
}

const Embed = Node.create({
  ...{ name: 'embed', group: 'block', atom: true, draggable: true },
  addAttributes: () => ({ provider: hidden(''), address: hidden(''), title: hidden(''), thumbnail: hidden(null) }),
  ...asHtml('figure', 'embed', false),
  addNodeView: () => (given) =>
    wordView(
      given,
      'embed',
      [{ label: 'Title', attribute: 'title' }],
      ({ attrs }) => [element('p', 'block-embed', `${attrs.provider}: ${attrs.address}`)],
      true,
    ),
})

const PullQuote = Node.create({
  ...{ name: 'pullQuote', group: 'block', content: 'inline*', defining: true },
  addAttributes: () => ({ attribution: hidden('') }),
  ...asHtml('blockquote', 'pull-quote', true),
  addNodeView: () => (given) =>
    wordView(given, 'pull quote', [{ label: 'Who said it', attribute: 'attribution' }], () => []),
})

const FactBox = Node.create({
  ...{ name: 'factBox', group: 'block', content: 'block+', defining: true, isolating: true },
  addAttributes: () => ({ title: hidden('') }),
  ...asHtml('aside', 'fact-box', true),
  addNodeView: () => (given) =>
    wordView(given, 'fact box', [{ label: 'Title of the facts', attribute: 'title' }], () => []),
})

const Timeline = Node.create({
  ...{ name: 'timeline', group: 'block', content: 'timelineEntry+', defining: true, isolating: true },
  addAttributes: () => ({ title: hidden('') }),
  ...asHtml('section', 'timeline', true),
  addNodeView: () => (given) =>
    wordView(given, 'timeline', [{ label: 'Title of the timeline', attribute: 'title' }], () => []),
})

const TimelineEntry = Node.create({
  ...{ name: 'timelineEntry', content: 'paragraph+', defining: true, isolating: true },
  addAttributes: () => ({ when: hidden('') }),
  ...asHtml('div', 'entry', true),
  addNodeView: () => (given) => {
    const view = wordView(given, 'entry', [{ label: 'When', attribute: 'when' }], () => [])
    const add = button('Add an entry below', () => {
      const place = typeof given.getPos === 'function' ? given.getPos() : undefined
      const now = place === undefined ? null : given.editor.state.doc.nodeAt(place)
      if (place === undefined || !now) return
      given.editor.commands.insertContentAt(place + now.nodeSize, {
        type: 'timelineEntry',
        content: [{ type: 'paragraph' }],
      })
    })
    ;(view.dom as HTMLElement).querySelector('.block-tools')?.append(add)
    return view
  },
})

export const blockExtensions = [Image, Gallery, Embed, PullQuote, FactBox, Timeline, TimelineEntry]
