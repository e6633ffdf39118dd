import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectWellMadeAt } from '../accessibility'
import { inWords } from '../bodies'
import { expect, test } from '../fixtures'
import { htmlProblems } from '../valid-html'

const bylines = ['Wren Author']

test('readers see what changed, when and in which words', async ({ page, newsroom }) => {
  const article = await newsroom.publishArticle({ body: inWords('The dam was built in 1978 by the county.'), bylines })
  await page.goto(article.address)
  await expect(page.getByRole('link', { name: 'What changed' })).toHaveCount(0)
  await newsroom.edit(article.id, { body: inWords('The dam was built in 1987 by the county.') })
  await newsroom.publishChange(article.id, 'correction', 'An earlier version gave the wrong year.')

  await page.goto(article.address)
  await page.getByRole('link', { name: 'What changed' }).click()
  await expect(page).toHaveURL(new RegExp(`${article.address}/changes$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(article.headline)
  const change = page.getByRole('article')
  await expect(change).toHaveCount(1)
  await expect(change).toContainText('Correction')
  await expect(change).toContainText('An earlier version gave the wrong year.')
  await expect(change.locator('del')).toContainText('1978')
  await expect(change.locator('ins')).toContainText('1987')
  await expect(page.locator('del').last()).toHaveCSS('text-decoration-line', 'line-through')
  await page.getByRole('link', { name: article.headline }).click()
  await expect(page).toHaveURL(new RegExp(`${article.address}$`))
})

test('what the desk changes is nobody’s business until it is published', async ({ request, newsroom }) => {
  const article = await newsroom.writeArticle({ body: inWords('Written under embargo: marzipan.'), bylines })
  await newsroom.edit(article.id, { body: inWords('Written under embargo: nougat.') })
  await newsroom.publish(article.id)
  await newsroom.edit(article.id, { body: inWords('Not yet out: praline.') })
  for (const address of [`${article.address}/changes`, `${article.address}/changes.json`, article.address]) {
    const text = await (await request.get(address)).text()
    expect(text, address).not.toContain('marzipan')
    expect(text, address).not.toContain('praline')
  }
  await newsroom.unpublish(article.id)
  expect((await request.get(`${article.address}/changes`)).status()).toBe(404)
  expect((await request.get(`${article.address}/changes.json`)).status()).toBe(404)
})

test('the record can be taken along and verified', async ({ request, newsroom, server }) => {
  const article = await newsroom.publishArticle({ body: inWords('One.'), bylines })
  await newsroom.edit(article.id, { body: inWords('Two.') })
  await newsroom.publishChange(article.id, 'update')
  const answer = await request.get(`${article.address}/changes.json`)
  expect(answer.headers()['content-type']).toBe('application/json; charset=utf-8')
  const file = join(server.dataDir, 'changes.json')
  writeFileSync(file, await answer.text())
  const verify = (...words: string[]) =>
    execFileSync(process.execPath, ['lib/operating/portal.mjs', 'verify', ...words], {
      env: { ...process.env, DATA_DIR: server.dataDir },
      encoding: 'utf8',
      stdio: 'pipe',
    })
  expect(verify(file)).toContain('holds')
  writeFileSync(file, (await answer.text()).replaceAll('Two.', 'Three.'))
  expect(() => verify(file)).toThrow(/is not the one that was recorded/)
})

test('the page of changes is sound', async ({ page, newsroom, request }) => {
  const article = await newsroom.publishArticle({ body: inWords('The dam was built in 1978.'), bylines })
  await newsroom.edit(article.id, { standfirst: 'New words above.', body: inWords('The dam was built in 1987.') })
  await newsroom.publishChange(article.id, 'update', 'Adds what the council said.')
  await newsroom.edit(article.id, { headline: `${article.headline}!` })
  await newsroom.publishChange(article.id)
  const address = `${article.address}/changes`
  expect(await htmlProblems(await (await request.get(address)).text())).toEqual([])
  await page.goto(address)
  await expectWellMadeAt(page, 'the changes', [320, 1280])
  expect(await page.locator('script:not([src])').count()).toBe(0)
})

test('corrections come as a feed', async ({ request, newsroom }) => {
  const article = await newsroom.publishArticle({ bylines })
  await newsroom.correct(article.id, 'The lantern was red & not blue.')
  const answer = await request.get('/corrections/feed.xml')
  expect(answer.headers()['content-type']).toBe('application/rss+xml; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('The lantern was red &amp; not blue.')
  expect(text).toContain(`${article.address}</link>`)
  await newsroom.unpublish(article.id)
  expect(await (await request.get('/corrections/feed.xml')).text()).not.toContain('The lantern was red')
})
