// Names that the scripts here share with the worker (public/sw.js).
export const SAVED = 'saved:'
export const PAGES = /^pages-/
export const KEPT_FILES = /^\/(?:media|_next\/static|fonts|icons|reader)\//
