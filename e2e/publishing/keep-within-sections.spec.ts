import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { database } from '@/db/client'
import { tags } from '@/db/schema/articles'
import { storeMedia } from '@/lib/media/media-commands'
import { MediaStore } from '@/lib/media/media-store'
import { unsafeOperator } from '@/lib/people/viewer'
import { expectWellMade } from '../accessibility'
import { limitTo, sessionSecretOf, somebody } from '../cast'
import { expect, test } from '../fixtures'
import type { RunningServer } from '../server'

const LIBRARY = '/dashboard/media'
const idOf = async (slug: string) => (await database().select().from(tags).where(eq(tags.slug, slug)))[0]?.id ?? 0
let colours = 0

/** A picture that nobody has brought before. */
function paint(): Promise<Buffer> {
  colours += 1
  const background = { r: colours, g: Math.floor(Math.random() * 256), b: Math.floor(Math.random() * 256) }
  return sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer()
}

async function pictureOf({ dataDir }: RunningServer, name: string): Promise<number> {
  const store = new MediaStore(join(dataDir, 'media'))
  return storeMedia(unsafeOperator(), store, { bytes: await paint(), name, alt: `The ${name}`, credit: 'Lena Ortiz' })
}

const lead = (media: number) => ({ leadImage: { media, alt: '', caption: '', credit: '' } })

/** An editor who works in the section “world” alone. */
async function editorOfTheWorld() {
  const edie = somebody({ role: 'editor' })
  await limitTo(edie, 'world')
  return edie
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const mark = `${javaScriptEnabled ? 'a' : 'b'}${process.pid}`

    test('a tag that another section bears is not renamed, described or merged', async ({ page, signIn, newsroom }) => {
      await newsroom.publishArticle({ section: 'world', tags: [`Tide${mark}`, `Ebb${mark}`] })
      const { address } = await newsroom.publishArticle({ section: 'news', tags: [`Tide${mark}`] })
      await signIn(await editorOfTheWorld())
      await page.goto(`/dashboard/tags/${await idOf(`tide${mark}`)}`)
      await expect(page.getByText(/^Articles in News bear #Tide/)).toBeVisible()
      await expect(page.getByRole('button', { name: /Save tag|Merge/ })).toHaveCount(0)

      await page.goto(`/dashboard/tags/${await idOf(`ebb${mark}`)}`)
      await page.getByLabel('Into the tag').fill(`Tide${mark}`)
      await page.getByRole('button', { name: 'Merge' }).click()
      const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' })
      await expect(problem).toContainText(`Articles in News bear #Tide${mark}`)
      await expect(page.getByLabel('Into the tag')).toHaveValue(`Tide${mark}`)
      await page.getByLabel('Name').fill(`Low water ${mark}`)
      await page.getByRole('button', { name: 'Save tag' }).click()
      await expect(page.getByText('The tag is saved.')).toBeVisible()
      await page.goto(address)
      await expect(page.getByRole('link', { name: `Tide${mark}` }).first()).toBeVisible()
    })

    test('a tag that another section takes up meanwhile is refused in words, and nothing typed is lost', async ({
      page,
      signIn,
      newsroom,
    }) => {
      await newsroom.publishArticle({ section: 'world', tags: [`Buoy${mark}`] })
      await signIn(await editorOfTheWorld())
      await page.goto(`/dashboard/tags/${await idOf(`buoy${mark}`)}`)
      await newsroom.publishArticle({ section: 'news', tags: [`Buoy${mark}`] })
      await page.getByLabel('Description').fill('What floats and warns.')
      await page.getByRole('button', { name: 'Save tag' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('Articles in News')
      await expect(page.getByLabel('Description')).toHaveValue('What floats and warns.')
      const [tag] = await database()
        .select()
        .from(tags)
        .where(eq(tags.slug, `buoy${mark}`))
      expect(tag?.description).toBe('')
    })

    test('a picture that another section shows is used and not changed', async ({ page, signIn, server, newsroom }) => {
      const shared = await pictureOf(server, `quay-${mark}.png`)
      await newsroom.publishArticle({ section: 'world', ...lead(shared) })
      const elsewhere = await newsroom.writeArticle({ section: 'news', ...lead(shared) })
      const theirs = await pictureOf(server, `pier-${mark}.png`)
      await newsroom.publishArticle({ section: 'world', ...lead(theirs) })
      await signIn(await editorOfTheWorld())

      await page.goto(`${LIBRARY}/${shared}`)
      await expect(page.getByText(/^It is shown in News, which is not yours to change\./)).toBeVisible()
      await expect(page.getByText('Lena Ortiz')).toBeVisible()
      await expect(page.getByRole('button', { name: /Save|Replace|Delete/ })).toHaveCount(0)
      await expect(page.getByText('One in News that is not public')).toBeVisible()
      await expect(page.getByText(elsewhere.headline)).toHaveCount(0)

      await page.goto(`${LIBRARY}/${theirs}`)
      await page.getByLabel('Credit').fill('Ana Ruiz')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved. Every page that shows it has it.')).toBeVisible()
      const path = test.info().outputPath(`${process.pid}-pier-${mark}.png`)
      writeFileSync(path, await paint())
      await page.getByLabel('The new file').setInputFiles(path)
      await page.getByRole('button', { name: 'Replace everywhere' }).click()
      await expect(page.getByText('Replaced. Every page that shows it has the new file.')).toBeVisible()
    })

    test('a picture that another section shows meanwhile is not replaced, and the page says why', async ({
      page,
      signIn,
      server,
      newsroom,
    }) => {
      const id = await pictureOf(server, `mole-${mark}.png`)
      await newsroom.publishArticle({ section: 'world', ...lead(id) })
      await signIn(await editorOfTheWorld())
      await page.goto(`${LIBRARY}/${id}`)
      await newsroom.publishArticle({ section: 'news', ...lead(id) })
      const path = test.info().outputPath(`${process.pid}-mole-${mark}.png`)
      writeFileSync(path, await paint())
      await page.getByLabel('The new file').setInputFiles(path)
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.getByRole('button', { name: 'Replace everywhere' }).click()
      expect((await answer).status()).toBe(403)
      await expect(page.getByText(/^It is shown in News, which is not yours to change\./).first()).toBeVisible()
    })
  })
}

test('what an author brought is the editors’ once it is before readers', async ({ page, signIn, server, newsroom }) => {
  const author = somebody({ role: 'author' })
  const secret = await sessionSecretOf(author)
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(await paint())], { type: 'image/png' }), `lamp-${process.pid}.png`)
  const headers = { cookie: `session=${secret}`, origin: server.url, accept: 'text/html' }
  const taken = await fetch(`${server.url}${LIBRARY}/upload`, {
    method: 'POST',
    headers,
    body: form,
    redirect: 'manual',
  })
  const address = new URL(taken.headers.get('location') ?? '', server.url).pathname
  await signIn(author)
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Replace everywhere' })).toBeVisible()
  await newsroom.publishArticle({ section: 'world', ...lead(Number(address.split('/').at(-1))) })
  await page.reload()
  await expect(page.getByText(/^It is shown in World, which is not yours to change\./)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Replace everywhere' })).toHaveCount(0)
})

test('what may be used and not changed is for everyone to read, in both themes', async ({
  page,
  signIn,
  server,
  newsroom,
}) => {
  const id = await pictureOf(server, 'shoal-both.png')
  await newsroom.publishArticle({ section: 'news', tags: ['Shoal'], ...lead(id) })
  await signIn(await editorOfTheWorld())
  for (const address of [`${LIBRARY}/${id}`, `/dashboard/tags/${await idOf('shoal')}`]) {
    await page.goto(address)
    await expect(page.getByText(/and not change it/)).toBeVisible()
    await expectWellMade(page, address)
  }
})
