import type { Editor } from '@tiptap/core'
import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { noteSizes } from './picture-sizes'

/** Sets pictures where the cursor is, each by itself or as a gallery, with the words that the library has for them. */
export function setPictures(editor: Editor, pictures: DeskPicture[], isGallery = false): void {
  noteSizes(pictures)
  const attributes = pictures.map(({ id, alt, caption, credit }) => ({ media: id, alt, caption, credit }))
  const blocks = isGallery
    ? [{ type: 'gallery', attrs: { title: '', pictures: attributes } }]
    : attributes.map((attrs) => ({ type: 'image', attrs }))
  editor.chain().focus().insertContent(blocks).run()
}
