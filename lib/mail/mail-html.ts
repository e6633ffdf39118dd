import { element, Markup } from '../markup'
import { completeAddress, type MailTemplate, oneLine, plain } from './mail'
import type { MailSender } from './mail-text'

/** Programs that know no style sheet show these; what follows the reader's theme stands in `SHEET`. */
const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif"
const SANS = "'Libre Franklin', -apple-system, 'Segoe UI', Roboto, Arial, sans-serif"
const STYLES = {
  body: `margin:0;padding:24px 16px;background-color:#ffffff;color:#171512;font-family:${SERIF};font-size:17px;line-height:1.55`,
  sheet: 'max-width:560px;margin:0 auto',
  name: `margin:0 0 20px;padding:0 0 10px;border-bottom:2px solid #171512;font-family:Newsreader,Georgia,'Times New Roman',serif;font-size:24px;font-weight:700;line-height:1.2`,
  link: 'color:#171512;text-decoration:none',
  text: 'margin:0 0 16px;white-space:pre-line;overflow-wrap:anywhere',
  code: `margin:0 0 16px;padding:12px 16px;background-color:#f7f5f1;font-family:${SANS};font-size:28px;font-weight:700;letter-spacing:0.16em`,
  entry: 'margin:0;padding:12px 0;border-top:1px solid #dad5cc',
  note: `margin:0 0 2px;color:#68625a;font-family:${SANS};font-size:14px`,
  title: `margin:0;font-family:Newsreader,Georgia,'Times New Roman',serif;font-size:20px;font-weight:600;line-height:1.25`,
  quote: `margin:6px 0 0;padding:0 0 0 12px;border-left:2px solid #dad5cc;color:#4f4a43;font-family:${SANS};font-size:15px;line-height:1.5;white-space:pre-line;overflow-wrap:anywhere`,
  act: 'margin:24px 0',
  button: `display:inline-block;padding:12px 20px;border-radius:4px;background-color:#0f4c5c;color:#ffffff;font-family:${SANS};font-size:16px;font-weight:600;text-decoration:none`,
  bare: `margin:0 0 16px;color:#68625a;font-family:${SANS};font-size:13px;overflow-wrap:anywhere`,
  foot: `margin:32px 0 0;padding:12px 0 0;border-top:1px solid #dad5cc;color:#68625a;font-family:${SANS};font-size:13px;line-height:1.5`,
  quiet: 'color:#68625a',
}

const SHEET = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body{background-color:#141311!important;color:#ece8e1!important}
.name{border-color:#ece8e1!important}
.name a,.title a{color:#ece8e1!important}
.code{background-color:#1d1b18!important}
.entry,.quote,.foot{border-color:#38342e!important}
.quote{color:#bdb7ac!important}
.note,.bare,.bare a,.foot,.foot a{color:#a09a8f!important}
.button{background-color:#7fc4d3!important;color:#0d0c0b!important}
}`

type Part = keyof typeof STYLES

/** A mail as a page of HTML: no tables, no pictures, nothing fetched, light or dark as its reader's device is. */
export function mailHtml(mail: MailTemplate, sender: MailSender): string {
  const at = (address: string) => completeAddress(address, sender.siteUrl)
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, oneLine(mail.subject)),
    sheet(),
  )
  const sheetOfPaper = part(
    'div',
    'sheet',
    part('p', 'name', link('link', sender.siteUrl, oneLine(sender.name))),
    ...mail.paragraphs.map((paragraph) => part('p', 'text', plain(paragraph))),
    mail.code ? part('p', 'code', plain(mail.code)) : null,
    ...(mail.entries ?? []).map((entry) => entryOf(entry, at)),
    ...(mail.action ? actionOf(mail.action.label, at(mail.action.address)) : []),
    footOf(mail, sender, at),
  )
  const body = element('body', { style: STYLES.body }, sheetOfPaper)
  return `<!doctype html>${element('html', { lang: sender.language }, head, body).text}`
}

function entryOf(entry: NonNullable<MailTemplate['entries']>[number], at: (address: string) => string): Markup {
  return part(
    'div',
    'entry',
    entry.note ? part('p', 'note', plain(entry.note)) : null,
    part('p', 'title', link('link', at(entry.address), plain(entry.title))),
    entry.text ? part('p', 'quote', plain(entry.text)) : null,
  )
}

function actionOf(label: string, address: string): Markup[] {
  return [
    part('p', 'act', element('a', { class: 'button', style: STYLES.button, href: address }, plain(label))),
    part('p', 'bare', 'Or open this address: ', link('quiet', address, address)),
  ]
}

function footOf({ footer, unsubscribe }: MailTemplate, { name, siteUrl }: MailSender, at: (path: string) => string) {
  return part(
    'div',
    'foot',
    element('p', { style: 'margin:0' }, `${oneLine(name)} · `, link('quiet', siteUrl, siteUrl)),
    footer ? element('p', { style: 'margin:6px 0 0' }, plain(footer)) : null,
    unsubscribe
      ? element('p', { style: 'margin:6px 0 0' }, link('quiet', at(unsubscribe), 'Send me no more of these'))
      : null,
  )
}

function part(name: string, style: Part, ...children: (Markup | string | null)[]): Markup {
  return element(name, { class: style, style: STYLES[style] }, ...children)
}

function link(style: Part, address: string, text: string): Markup {
  const decoration = style === 'quiet' ? ';text-decoration:underline' : ''
  return element('a', { style: STYLES[style] + decoration, href: address }, text)
}

/** Written here and holding no text from outside, so that its signs need not be escaped. */
function sheet(): Markup {
  return new Markup(`<style>${SHEET}</style>`)
}
