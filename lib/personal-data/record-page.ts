import { element, Markup } from '../markup'
import type { PersonalRecord, RecordPart } from './personal-record'

const SHEET = `:root{color-scheme:light dark}
body{background:light-dark(#fff,#141311);color:light-dark(#171512,#ece8e1);font:17px/1.55 Georgia,"Times New Roman",serif;margin:0 auto;max-width:44rem;padding:2rem 1.25rem 4rem}
h1{border-bottom:2px solid;font-size:2rem;line-height:1.1;margin:0;padding-bottom:.75rem}
h2{font-size:1.5rem;line-height:1.2;margin:2.5rem 0 0}
nav ul{columns:2;list-style:none;padding:0}
dl{border-top:1px solid light-dark(#dad5cc,#38342e);display:grid;font-family:system-ui,sans-serif;font-size:15px;gap:.125rem 1rem;grid-template-columns:minmax(7rem,11rem) minmax(0,1fr);margin:0;padding:.75rem 0}
dt{color:light-dark(#68625a,#a09a8f)}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
a{color:inherit;text-decoration-color:light-dark(#0f4c5c,#7fc4d3)}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.375rem}}`

/** A person's record as one page that needs nothing else and fetches nothing. */
export function recordPage(record: PersonalRecord, { name, language }: { name: string; language: string }): string {
  const title = `Your data at ${name}`
  const head = element(
    'head',
    {},
    new Markup('<meta charset="utf-8">'),
    new Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
    new Markup(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`),
    element('title', {}, title),
    new Markup(`<style>${SHEET}</style>`),
  )
  const links = record.parts.map((part, index) => {
    const label = `${part.title} (${part.rows.length})`
    return element('li', {}, element('a', { href: `#part-${index}` }, label))
  })
  const body = element(
    'body',
    {},
    element('h1', {}, title),
    element('p', {}, `Gathered on ${record.madeAt.toISOString()}. The same stands in data.json, for programs.`),
    element('nav', { 'aria-label': 'Parts' }, element('ul', {}, ...links)),
    ...record.parts.map(section),
  )
  return `<!doctype html>${element('html', { lang: language }, head, body).text}`
}

function section({ title, rows }: RecordPart, index: number): Markup {
  return element('section', { id: `part-${index}` }, element('h2', {}, title), ...rows.map(entry))
}

function entry(row: Record<string, unknown>): Markup {
  const known = Object.entries(row).filter(([, value]) => value !== null && value !== '')
  return element(
    'dl',
    {},
    ...known.flatMap(([name, value]) => [element('dt', {}, inWords(name)), element('dd', {}, shown(value))]),
  )
}

/** `createdAt` as “created at” */
function inWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function shown(value: unknown): Markup | string {
  if (value instanceof Date) return value.toISOString()
  if (isArticle(value)) return element('a', { href: value.address }, value.headline)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isArticle(value: unknown): value is { headline: string; address: string } {
  return typeof value === 'object' && value !== null && 'headline' in value && 'address' in value
}
