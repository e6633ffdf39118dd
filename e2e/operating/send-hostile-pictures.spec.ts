import sharp from 'sharp'
import { unsafeOperator } from '@/lib/people/viewer'
import { changeSite } from '@/lib/site/site-commands'
import { ada } from '../cast'
import { type Answer, test } from '../door-tries'
import { expect } from '../fixtures'
import { AS_MARKUP, bytesOf, HOSTILE } from '../hostile-text'

/** What a file may be called by somebody who means no good. */
const NAMES: Record<string, string> = {
  ...HOSTILE,
  // Without the quotation marks that would end the name.
  'markup whole': `<script>document.title='taken'</script><img src=x onerror=document.title='taken'>.png`,
  'no name': '',
  'a way up': '../../../portal.db',
  'a way up elsewhere': '..\\..\\portal.db',
  'dots alone': '..',
  'an ending alone': '.htaccess',
  'a device': 'con.png',
  'an inherited name': '__proto__',
  'a quote that ends it': 'a"; filename="b.png',
  'another size': 'tide-640.avif',
  'an address': 'https://elsewhere.example/a.png?b#c',
  'a page': 'tide.png.html',
}

let colours = 0

/** A picture that nobody has brought before. */
function paint(): Promise<Buffer> {
  colours += 1
  const background = { r: colours, g: Math.floor(Math.random() * 256), b: Math.floor(Math.random() * 256) }
  return sharp({ create: { width: 240, height: 160, channels: 3, background } })
    .png()
    .toBuffer()
}

const MARKUP = '<script>document.title = "taken"</script>'

/** What is no picture, however it is called, or is one with something in it. */
const CONTENTS: Record<string, () => Promise<Buffer>> = {
  'a page': async () => Buffer.from(`<!doctype html>${MARKUP}`),
  'a drawing with a script': async () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${MARKUP}</svg>`),
  'a drawing behind a declaration': async () =>
    Buffer.from(`\ufeff<?xml version="1.0"?><!-- a --><svg>${MARKUP}</svg>`),
  'a first line alone': async () => Buffer.from(`GIF89a/*${MARKUP}*/=1`),
  'half a picture': async () => (await paint()).subarray(0, 60),
  'a size that is not there': async () => {
    const bytes = await paint()
    bytes.writeUInt32BE(60_000, 16)
    bytes.writeUInt32BE(60_000, 20)
    return bytes
  },
}

/** A form with one file, its name letter by letter as a broken client writes it. */
function formWith(field: string, name: string, content: Buffer): RequestInit {
  const boundary = 'broadsheet-hostile-picture-boundary'
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="`),
    bytesOf(name),
    Buffer.from('"\r\ncontent-type: image/png\r\n\r\n'),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, accept: 'text/html' }
  return { method: 'POST', headers, body: new Uint8Array(body) }
}

/** What is wrong with an answer, in words. */
function wrongWith({ status, headers, text }: Answer): string | null {
  if (status >= 500) return `fails: ${status}`
  if (/session=x/.test(headers.get('set-cookie') ?? '')) return 'sets a cookie'
  return AS_MARKUP.test(text) ? 'shows it as markup' : null
}

const DOORS: Record<string, { field: string; at: (picture: number) => string }> = {
  'the library': { field: 'files', at: () => '/dashboard/media/upload' },
  'a picture’s place': { field: 'file', at: (picture) => `/dashboard/media/${picture}/replace` },
  'the paper’s logo': { field: 'logo', at: () => '/dashboard/settings/logo' },
  'a portrait': { field: 'portrait', at: () => '/account/profile/portrait' },
}

for (const [door, { field, at }] of Object.entries(DOORS)) {
  test(`files for ${door} are taken or refused, whatever they are called and hold`, async ({ server, tried }) => {
    const send = async (name: string, content: Buffer): Promise<Answer> => {
      const init = formWith(field, name, content)
      const headers = { ...init.headers, cookie: tried.cookies.admin, 'sec-fetch-site': 'same-origin' }
      const answer = await fetch(server.url + at(tried.at.picture), { ...init, headers, redirect: 'manual' })
      const location = answer.headers.get('location') ?? ''
      return { status: answer.status, location, headers: answer.headers, text: await answer.text() }
    }
    const wrong: string[] = []
    for (const [kind, name] of Object.entries(NAMES)) {
      for (const content of [await paint(), Buffer.from('no picture')]) {
        const complaint = wrongWith(await send(name, content))
        if (complaint) wrong.push(`${kind}: ${complaint}`)
      }
    }
    for (const [kind, make] of Object.entries(CONTENTS)) {
      const answer = await send('tide.png', await make())
      const complaint = wrongWith(answer)
      if (complaint) wrong.push(`${kind}: ${complaint}`)
      else if (answer.status < 400) wrong.push(`${kind} is taken: ${answer.status} ${answer.location}`)
    }
    await changeSite(unsafeOperator(), { logo: null })
    expect(wrong).toEqual([])
  })
}

test('what was brought under hostile names is shown, as pictures and nothing else', async ({
  page,
  server,
  signIn,
  newsroom,
}) => {
  const secret = await signIn(ada)
  const bring = async (field: string, address: string, name: string) => {
    const init = formWith(field, name, await paint())
    const headers = { ...init.headers, cookie: `session=${secret}`, 'sec-fetch-site': 'same-origin' }
    return fetch(server.url + address, { ...init, headers, redirect: 'manual' })
  }
  for (const [kind, name] of Object.entries(NAMES)) {
    const taken = await bring('files', '/dashboard/media/upload', name)
    const id = Number(/\/dashboard\/media\/(\d+)/.exec(taken.headers.get('location') ?? '')?.[1] ?? 0)
    // What breaks the form itself, such as a line that ends in the middle of a name, brings nothing.
    if (id === 0) {
      expect(taken.status, kind).toBe(422)
      continue
    }
    const leadImage = { media: id, alt: '', caption: '', credit: '' }
    const { id: article, address } = await newsroom.publishArticle({ leadImage })
    // Replaced by a file of the same name it needs another address, however long the name is.
    expect((await bring('file', `/dashboard/media/${id}/replace`, name)).status, kind).toBe(303)
    for (const shown of [`/dashboard/media/${id}`, address]) {
      await page.goto(shown)
      expect(await page.title(), `${kind} at ${shown}`).not.toBe('taken')
    }
    const picture = page.locator('main figure img').first()
    const source = (await picture.getAttribute('src')) as string
    expect(source, kind).toMatch(/^\/media\/\d+\/[^/?#"<>]+-\d+\.jpg$/)
    const answer = await page.request.get(source)
    expect([answer.status(), answer.headers()['content-type']], kind).toEqual([200, 'image/jpeg'])
    expect(answer.headers()['x-content-type-options'], kind).toBe('nosniff')
    await newsroom.unpublish(article)
  }
  await page.goto('/dashboard/media')
  expect(await page.title()).not.toBe('taken')
  expect(await page.locator('img[src="x"]').count()).toBe(0)
})
