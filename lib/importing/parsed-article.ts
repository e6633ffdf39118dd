import type { ArticleKind, CommentMode, Correction, Direction } from '../articles/article'
import type { ArticleBody, Block, Inline } from '../articles/article-body'

/** What an article file says, before anything of it is kept. */
export type ParsedArticle = {
  headline: string
  slug: string | null
  section: string | null
  kind: ArticleKind
  kicker: string
  /** Null: the first paragraph is also the standfirst. */
  standfirst: string | null
  bylines: string[]
  dateline: string
  /** Null: it is a draft. */
  published: LocalMoment | null
  updated: LocalMoment | null
  tags: string[]
  language: string | null
  direction: Direction | null
  leadPicture: PictureReference | null
  keyPoints: string[]
  contributors: string
  corrections: { kind: Exclude<Correction['kind'], 'withdrawal'>; at: LocalMoment | null; text: string }[]
  related: string[]
  comments: CommentMode
  /** A picture of the body stands as an `image` whose `media` counts through `pictures`, from 1. */
  body: ArticleBody
  pictures: PictureReference[]
  problems: Problem[]
}

/** A date and time as the file has it; without an offset it is the newsroom's clock. */
export type LocalMoment = { local: string; offset: string | null }

/** A picture by the name that the file gives it. */
export type PictureReference = { file: string; alt: string; caption: string; credit: string }

/** Something that could not be taken over; the rest was. */
export type Problem = { line: number | null; reason: string }

/** A file that no article can be made of. */
export class FileRefused extends Error {
  constructor(
    readonly line: number | null,
    reason: string,
  ) {
    super(reason)
    this.name = 'FileRefused'
  }
}

/** A parsed article with nothing in it but a headline. */
export function emptyArticle(headline: string): ParsedArticle {
  return {
    headline,
    slug: null,
    section: null,
    kind: 'news',
    kicker: '',
    standfirst: null,
    bylines: [],
    dateline: '',
    published: null,
    updated: null,
    tags: [],
    language: null,
    direction: null,
    leadPicture: null,
    keyPoints: [],
    contributors: '',
    corrections: [],
    related: [],
    comments: 'open',
    body: { type: 'doc', content: [] },
    pictures: [],
    problems: [],
  }
}

export function textNode(text: string): Inline {
  return { type: 'text', text }
}

export function paragraph(text: string): Block {
  return { type: 'paragraph', content: text === '' ? [] : [textNode(text)] }
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i

/** Reads `YYYY-MM-DD HH:MM:SS`, with or without seconds, time, `T` and an offset; null when it is no such thing or no day. */
export function parseMoment(text: string): LocalMoment | null {
  const [, day, time = '00:00', seconds = '00', zone] = MOMENT.exec(text.trim()) ?? []
  if (!day) return null
  const local = `${day}T${time}:${seconds}`
  const check = new Date(`${local}Z`)
  if (Number.isNaN(check.getTime()) || check.toISOString().slice(0, 19) !== local) return null
  return { local, offset: zone ? normalOffset(zone) : null }
}

function normalOffset(zone: string): string {
  if (/^[a-z]/i.test(zone)) return '+00:00'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

/** “Ana Ruiz, Tom Adeyemi and Owen Hale” as three names. */
export function parseNames(text: string): string[] {
  return text
    .split(/\s*(?:,|;|\band\b|&)\s*/i)
    .map((name) => name.trim())
    .filter(Boolean)
}
