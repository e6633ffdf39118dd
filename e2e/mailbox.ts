import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'

export type Mail = {
  subject: string
  text: string
  html: string
  headers: ParsedMail['headers']
  /** The first address in it with this path, as a path of the site. */
  link: (path: string) => string
}

/** What lies in the outbox for one address, oldest first. */
export async function mailsTo(dataDir: string, address: string): Promise<Mail[]> {
  const folder = join(dataDir, 'outbox')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const mails = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))))
  const small = address.toLowerCase()
  return mails.filter(({ to }) => addressesOf(to).includes(small)).map(toMail)
}

/**
 * Waits for a mail to an address and reads the newest.
 *
 * @param about what its subject holds, where others may come first
 * @param after how many with such a subject were there before
 */
export async function mailTo(dataDir: string, address: string, about = '', after = 0): Promise<Mail> {
  for (;;) {
    const found = (await mailsTo(dataDir, address)).filter(({ subject }) => subject.includes(about))
    if (found.length > after) return found.at(-1) as Mail
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function addressesOf(to: ParsedMail['to']): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map((entry) => (entry.address ?? '').toLowerCase()))
}

function toMail({ subject = '', text = '', html, headers }: ParsedMail): Mail {
  const link = (path: string) => {
    const address = (text.match(/https?:\/\/\S+/g) ?? []).find((found) => new URL(found).pathname.startsWith(path))
    if (!address) throw new Error(`No address below ${path} in “${subject}”:\n${text}`)
    const { pathname, search, hash } = new URL(address)
    return pathname + search + hash
  }
  return { subject, text, html: html || '', headers, link }
}
