import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expectWellMade } from '../accessibility'
import { ed, remy, sessionSecretOf, somebody, wren } from '../cast'
import { expect, test } from '../fixtures'

const LIBRARY = '/dashboard/media'
let colours = 0

/** A picture that nobody has brought before. */
function paint(): Promise<Buffer> {
  colours += 1
  const background = { r: process.pid % 256, g: Math.floor(process.pid / 256) % 256, b: colours }
  return sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer()
}

async function file(name: string, bytes?: Buffer): Promise<string> {
  const path = test.info().outputPath(`${process.pid}-${colours}-${name}`)
  writeFileSync(path, bytes ?? (await paint()))
  return path
}

const idIn = (page: Page) => Number(new URL(page.url()).pathname.split('/').at(-1))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled })

    test('a picture is brought, described, used, replaced, and withheld when its licence ends', async ({
      page,
      request,
      signIn,
      newsroom,
    }) => {
      await signIn(ed)
      await page.goto(LIBRARY)
      await page.getByLabel('Add pictures').setInputFiles(await file('Tide at noon.png'))
      if (javaScriptEnabled) await page.getByRole('link', { name: 'Uploaded: describe it' }).click()
      else await page.getByRole('button', { name: 'Upload' }).click()
      await page.waitForURL(/\/dashboard\/media\/\d+/)
      const id = idIn(page)
      await page.getByRole('textbox', { name: 'Alternative text' }).fill('The tide at noon.')
      await page.getByLabel('Credit').fill('Lena Ortiz')
      await page.getByRole('textbox', { name: 'Licence', exact: true }).fill('own')
      await page.getByLabel('From the left, per cent').fill('120')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Give a number from 0 to 100.').first()).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Alternative text' })).toHaveValue('The tide at noon.')
      await page.getByLabel('From the left, per cent').fill('20')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved. Every page that shows it has it.')).toBeVisible()
      await expect(page.getByText('Nothing shows it.')).toBeVisible()

      const leadImage = { media: id, alt: '', caption: '', credit: '' }
      const { address, headline } = await newsroom.publishArticle({ leadImage })
      const place = new RegExp(`/media/${id}/[^" ]*-640\\.jpg`)
      const shown = async () => place.exec(await (await request.get(address)).text())?.[0]
      const first = (await shown()) as string
      expect((await request.get(first)).status()).toBe(200)

      await page.goto(`${LIBRARY}/${id}`)
      await expect(page.getByRole('link', { name: headline })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Delete the picture' })).toHaveCount(0)
      await page.getByLabel('The new file').setInputFiles(await file('Tide at dusk.png'))
      await page.getByRole('button', { name: 'Replace everywhere' }).click()
      await expect(page.getByText('Replaced. Every page that shows it has the new file.')).toBeVisible()
      const second = (await shown()) as string
      expect(second).not.toBe(first)
      expect([(await request.get(first)).status(), (await request.get(second)).status()]).toEqual([404, 200])

      await page.getByLabel('Last day of the licence').fill('2020-01-31')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Licence ended: withheld from readers')).toBeVisible()
      expect(await shown()).toBeUndefined()
      expect((await request.get(second)).status()).toBe(404)
    })

    test('what is no picture is refused by its name, and what is there already is found', async ({
      page,
      signIn,
      newsroom: _,
      complaints,
    }) => {
      await signIn(ed)
      await page.goto(LIBRARY)
      const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
      const send = async (path: string) => {
        await page.getByLabel('Add pictures').setInputFiles(path)
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Upload' }).click()
      }
      await send(await file('drawing.png', drawing))
      await expect(page.getByText(/This is an SVG drawing/).first()).toBeVisible()
      const whole = await paint()
      await send(await file('cut.png', whole.subarray(0, whole.length / 2)))
      await expect(page.getByText(/The image is damaged or cut short/).first()).toBeVisible()
      complaints.length = 0
      const path = await file('twice.png', whole)
      await page.goto(LIBRARY)
      await send(path)
      if (javaScriptEnabled) await expect(page.getByText('Uploaded: describe it')).toBeVisible()
      await page.goto(LIBRARY)
      await send(path)
      await expect(page.getByText(/The library has (?:it|this file) already/)).toBeVisible()
    })

    test('a picture that nothing shows is deleted', async ({ page, signIn, newsroom: _ }) => {
      await signIn(ed)
      await page.goto(LIBRARY)
      await page.getByLabel('Add pictures').setInputFiles(await file('Not wanted.png'))
      if (javaScriptEnabled) await page.getByRole('link', { name: 'Uploaded: describe it' }).click()
      else await page.getByRole('button', { name: 'Upload' }).click()
      await page.waitForURL(/\/dashboard\/media\/\d+/)
      const id = idIn(page)
      await page.getByRole('button', { name: 'Delete the picture' }).click()
      await expect(page.getByText('The picture was taken out of the library.')).toBeVisible()
      expect((await page.goto(`${LIBRARY}/${id}`))?.status()).toBe(404)
    })
  })
}

test('a writer sets a picture in the text and above it without leaving the article', async ({
  page,
  signIn,
  newsroom,
}) => {
  await signIn(ed)
  const { id } = await newsroom.writeArticle({ bylines: ['Ed Hale'] })
  await page.goto(`/dashboard/articles/${id}`)
  await expect(page.locator('form.editor .ProseMirror')).toBeVisible()
  await page.getByRole('combobox', { name: 'Insert' }).selectOption('picture')
  await page.getByLabel('Upload a new one').setInputFiles(await file('In the text.png'))
  await expect(page.locator('form.editor .ProseMirror img')).toHaveCount(1)
  await page.getByText('Lead picture', { exact: true }).click()
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  await page.getByLabel('Upload a new one').setInputFiles(await file('Above.png'))
  await expect(page.getByLabel('Picture number')).not.toHaveValue('')
  const lead = await page.getByLabel('Picture number').inputValue()
  await expect(page.locator('.editor-state')).toHaveAttribute('data-state', 'saved')
  await expect.poll(() => newsroom.latestOf(id)).toContain(`"media":${lead}`)
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 400
    canvas.height = 300
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.fillStyle = `rgb(${Date.now() % 256} 90 12)`
    context.fillRect(0, 0, 400, 300)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    const data = new DataTransfer()
    data.items.add(new File([blob as Blob], 'pasted.png', { type: 'image/png' }))
    const text = document.querySelector('form.editor .ProseMirror') as HTMLElement
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.locator('form.editor .ProseMirror img')).toHaveCount(2)
})

test('pictures are found by their words as they are written, by their kind and by who brought them', async ({
  page,
  signIn,
  newsroom: _,
}) => {
  const name = `Wool ${process.pid} ${Date.now()}`
  await signIn(ed)
  await page.goto(LIBRARY)
  await page.getByLabel('Add pictures').setInputFiles(await file(`${name}.png`))
  await page.getByRole('link', { name: 'Uploaded: describe it' }).click()
  await page.getByRole('textbox', { name: 'Alternative text' }).fill(`100% ${name}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. Every page that shows it has it.')).toBeVisible()

  await page.goto(LIBRARY)
  const search = async (words: string, kind: string, by: string) => {
    await page.getByLabel('Name, caption or credit').fill(words)
    await page.getByLabel('Kind of file').selectOption(kind)
    await page.getByLabel('Brought by').selectOption(by)
    await page.getByRole('button', { name: 'Find' }).click()
  }
  const found = page.getByRole('link', { name: `100% ${name}` })
  await search(`100% ${name}`, 'PNG', ed.name)
  await expect(found).toHaveCount(1)
  await expect(page.getByLabel('Kind of file')).toHaveValue('png')
  await search(`100% ${name}`, 'WebP', ed.name)
  await expect(page.getByText('No picture found')).toBeVisible()
  await search(`100_ ${name}`, 'Every kind', 'Everyone')
  await expect(page.getByText('No picture found')).toBeVisible()
})

test('pictures are nobody else’s to see, bring or change', async ({ page, request, signIn, server, newsroom: _ }) => {
  await signIn(remy)
  expect((await page.goto(LIBRARY))?.status()).toBe(404)
  const secret = await sessionSecretOf(somebody({ role: 'author' }))
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await paint())], { type: 'image/png' }), 'x.png')
  const others = await fetch(`${server.url}${LIBRARY}/1/replace`, {
    method: 'POST',
    headers: { cookie: `session=${secret}` },
    body: form,
  })
  expect(others.status).toBe(404)
  const large = await request.post(`${LIBRARY}/upload`, {
    multipart: { files: { name: 'x.png', mimeType: 'image/png', buffer: Buffer.alloc(3_000_000) } },
    maxRedirects: 0,
  })
  expect(large.status()).toBe(413)
  const elsewhere = await fetch(`${server.url}${LIBRARY}/upload`, {
    method: 'POST',
    headers: { cookie: `session=${secret}`, origin: 'https://elsewhere.example' },
    body: form,
  })
  expect(elsewhere.status).toBe(403)
})

test('the library and a picture are for everyone, in both themes', async ({ page, signIn }) => {
  await signIn(wren)
  for (const address of [LIBRARY, `${LIBRARY}?view=undescribed`, `${LIBRARY}/1`]) {
    await page.goto(address)
    await expectWellMade(page, address)
  }
})
