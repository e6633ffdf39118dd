import sharp from 'sharp'
import { accessibilityProblems, expectWellMadeAt } from '../accessibility'
import { castId, mo, somebody } from '../cast'
import { say } from '../conversation'
import { expect, test } from '../fixtures'

const picture = (background: string, width = 1200) =>
  sharp({ create: { width, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer()
const file = async (buffer: Buffer | Promise<Buffer>, name = 'me.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await buffer,
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a portrait stands beside comments until it is taken off', async ({ page, signIn, newsroom, request }) => {
      const person = somebody()
      const { id: article, address } = await newsroom.publishArticle()
      await say(person, article, 'I was on the pier.')
      await signIn(person)
      const html = async () => (await request.get(address)).text()
      expect(await html()).not.toContain('/media/portraits/')

      await page.goto('/account/profile')
      await page.getByLabel('A picture').setInputFiles(await file(Buffer.from('no picture at all')))
      await page.getByRole('button', { name: 'Set portrait' }).click()
      await expect(page.locator('.account-notice')).toContainText('This is no JPEG')
      await page.getByLabel('A picture').setInputFiles(await file(picture('#246')))
      await page.getByRole('button', { name: 'Set portrait' }).click()
      await expect(page.locator('.account-notice')).toContainText('Success')
      const shown = (await page.getByAltText('Your portrait').getAttribute('src')) as string
      const image = await request.get(shown)
      expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/webp'])
      expect((await image.body()).length).toBeLessThan(20_000)
      const etag = image.headers().etag as string
      expect((await request.get(shown, { headers: { 'if-none-match': etag } })).status()).toBe(304)
      expect(await html()).toContain(shown)

      await page.goto(address)
      const beside = page.locator(`.comment img[src="${shown}"]`)
      await beside.scrollIntoViewIfNeeded()
      await expect(beside).toHaveJSProperty('complete', true)
      if (javaScriptEnabled) expect(await accessibilityProblems(page)).toEqual([])

      await page.goto('/account/profile')
      await page.getByRole('button', { name: 'Remove portrait' }).click()
      await expect(page.getByText('Your portrait is gone.')).toBeVisible()
      expect((await request.get(shown)).status()).toBe(404)
      expect(await html()).not.toContain(shown)
    })

    test('a moderator takes a portrait off', async ({ page, signIn, browser, server }) => {
      const person = somebody()
      await signIn(person)
      const multipart = { portrait: await file(picture('#624')) }
      expect((await page.request.post('/account/profile/portrait', { multipart })).status()).toBe(200)
      const desk = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
      await signIn(mo, desk)
      const moderator = await desk.newPage()
      await moderator.goto(`/dashboard/moderation/people/${await castId(person)}`)
      await moderator.getByRole('button', { name: 'Remove portrait' }).click()
      await expect(moderator.getByText('Their portrait is gone.')).toBeVisible()
      await desk.close()
      await page.goto('/account/profile')
      await expect(page.getByAltText('Your portrait')).toHaveCount(0)
    })
  })
}

test('what is too large, nobody’s, or no form is refused', async ({ context, request, signIn }) => {
  const to = '/account/profile/portrait'
  const large = { portrait: await file(Buffer.alloc(16_000_000)) }
  expect((await request.post(to, { multipart: large })).status()).toBe(413)
  const small = { portrait: await file(picture('#246')) }
  expect((await request.post(to, { multipart: small, maxRedirects: 0 })).status()).toBe(303)
  await signIn(somebody())
  expect((await context.request.post(to, { multipart: large })).status()).toBe(413)
  const noise = await sharp({
    create: {
      width: 1500,
      height: 1100,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  expect(noise.length).toBeGreaterThan(2_500_000)
  expect((await context.request.post(to, { multipart: { portrait: await file(noise) } })).status()).toBe(200)
  expect((await context.request.post(to, { form: { portrait: 'text' } })).status()).toBe(422)
  expect((await context.request.post(to, { data: '{', headers: { 'content-type': 'text/plain' } })).status()).toBe(415)
  for (const key of ['0'.repeat(32), 'x', '../../etc/passwd', '0'.repeat(31)])
    expect((await request.get(`/media/portraits/${key}.webp`)).status()).toBe(404)
})

test('the profile is well made, in both themes', async ({ page, signIn }) => {
  await signIn(somebody())
  const multipart = { portrait: await file(picture('#975')) }
  await page.request.post('/account/profile/portrait', { multipart })
  await page.goto('/account/profile')
  await expectWellMadeAt(page, 'the profile', [390, 1280])
})
