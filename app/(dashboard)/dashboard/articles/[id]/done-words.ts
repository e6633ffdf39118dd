import { byName } from '@/lib/by-name'

/** What is said of what was done with an article, by its name. */
export const DONE = byName({
  saved: 'Saved.',
  held: 'The article is held. Nobody else can change it.',
  'let-go': 'The article was let go.',
  arranged: 'Arranged.',
  noted: 'The note was added.',
  resolved: 'The note is resolved.',
  reopened: 'The note is open again.',
  restored: 'The earlier text is back, as a new revision.',
})
