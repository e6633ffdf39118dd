/** What the choices of an article's form are called. */

export const KIND_OPTIONS = [
  { value: 'news', label: 'News' },
  { value: 'opinion', label: 'Opinion' },
  { value: 'editorial', label: 'Editorial' },
  { value: 'analysis', label: 'Analysis' },
  { value: 'explainer', label: 'Explainer' },
  { value: 'feature', label: 'Feature' },
  { value: 'review', label: 'Review' },
  { value: 'obituary', label: 'Obituary' },
  { value: 'live', label: 'Live' },
] as const

export const COMMENT_OPTIONS = [
  { value: 'open', label: 'Open' },
  { value: 'premoderated', label: 'Checked before they appear' },
  { value: 'closed', label: 'Closed' },
] as const

export const DIRECTION_OPTIONS = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
] as const

/** The states of an article, as the desk says them. */
export const STATE_NAMES = {
  draft: 'Draft',
  in_review: 'In review',
  ready: 'Ready',
  scheduled: 'Scheduled',
  published: 'Published',
  unpublished: 'Unpublished',
  killed: 'Killed',
} as const

export const STATE_TONES = {
  draft: 'neutral',
  in_review: 'info',
  ready: 'accent',
  scheduled: 'warning',
  published: 'success',
  unpublished: 'neutral',
  killed: 'danger',
} as const
