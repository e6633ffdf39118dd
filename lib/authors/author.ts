import type { Image } from '../articles/article'

/** The person on a byline, as their page shows them. */
export type Author = {
  id: number
  handle: string
  name: string
  title: string
  bio: string
  beats: { slug: string; name: string }[]
  portrait: Image | null
}
