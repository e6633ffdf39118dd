import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { log } from '../log'
import { pagesIn } from './editions'

/** Stylesheets of the build and of `public/reader/`; one that belongs to a site or a reader is neither. */
const SHEET = /<link rel="stylesheet" href="(?![^"]*\.\.)(\/(?:_next\/static|reader)\/[\w./~-]+\.css)"[^>]*>/g

/** The names of what is joined here, as they stand in addresses. */
export const JOINED = /^\/reader\/styles-[\w-]{16}\.css$/

/**
 * Joins the stylesheets that a page names into one. A page waits for each of them before it is drawn, and a browser asks
 * for six things at once: a page's faces and its picture are among those six now.
 *
 * What was joined lies beside the scripts of its build, under a name that changes with its content.
 */
export class PageStyles {
  /** Addresses by what was joined. There are as many as there are kinds of pages with different parts. */
  private readonly joined = new Map<string, string | null>()

  /** @param edition the folder of the build whose pages are rendered */
  constructor(private readonly edition: string) {}

  /** @param html a finished page @returns the same page, with one stylesheet in the place of the first of several */
  join(html: string): string {
    const names = [...html.matchAll(SHEET)].map(([, name]) => name as string)
    if (names.length < 2) return html
    const address = this.addressOf(names)
    if (!address) return html
    let isFirst = true
    return html.replace(SHEET, () => {
      const link = isFirst ? `<link rel="stylesheet" href="${address}"/>` : ''
      isFirst = false
      return link
    })
  }

  private addressOf(names: string[]): string | null {
    const key = names.join()
    const known = this.joined.get(key)
    if (known !== undefined) return known
    const made = this.make(names)
    this.joined.set(key, made)
    return made
  }

  /** @returns null where they cannot be joined: then each is asked for, as it was */
  private make(names: string[]): string | null {
    try {
      const text = names.map((name) => this.textOf(name)).join('\n')
      const name = `styles-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}.css`
      const file = join(this.edition, 'reader', name)
      if (!existsSync(file)) {
        writeFileSync(`${file}.${process.pid}`, text)
        renameSync(`${file}.${process.pid}`, file)
      }
      return `/reader/${name}`
    } catch (error) {
      log.warn({ err: error, names }, 'stylesheets could not be joined')
      return null
    }
  }

  private textOf(name: string): string {
    const isBuilt = name.startsWith('/_next/static/')
    const file = isBuilt
      ? join(pagesIn(this.edition), name.slice('/_next/'.length))
      : join(this.edition, 'public', name.slice(1))
    return readFileSync(file, 'utf8').replace(/\/\*# sourceMappingURL=[^*]*\*\/\s*$/, '')
  }
}
