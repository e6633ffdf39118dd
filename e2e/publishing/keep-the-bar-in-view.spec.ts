import { inWords } from '../bodies'
import { ed } from '../cast'
import { expect, test } from '../fixtures'

const LONG = inWords(...Array.from({ length: 60 }, (_, count) => `Paragraph ${count + 1} of a long text.`))

for (const width of [1024, 1279, 1280, 1600]) {
  test(`at ${width} px what tells whether it is saved stays in view, and covers nothing`, async ({
    page,
    signIn,
    newsroom,
  }) => {
    const { id } = await newsroom.publishArticle({ body: LONG })
    await signIn(ed)
    await page.setViewportSize({ width, height: 700 })
    await page.goto(`/dashboard/articles/${id}`)
    await expect(page.locator('form.editor .ProseMirror')).toBeVisible()
    await page.getByText('Paragraph 30 of a long text.').scrollIntoViewIfNeeded()
    for (const part of [page.locator('.editor-state'), page.getByRole('button', { name: 'Save', exact: true })])
      await expect(part).toBeInViewport({ ratio: 1 })
    const [bar, tools, panel] = await Promise.all(
      ['.editor-bar', '.rich-bar', '.editor-panel'].map((name) => page.locator(name).boundingBox()),
    )
    const foot = (bar?.y ?? 0) + (bar?.height ?? 0)
    expect(bar?.y).toBe(0)
    expect(tools?.y, 'tools').toBeGreaterThanOrEqual(foot - 1)
    expect(panel?.y, 'panel').toBeGreaterThanOrEqual(foot - 1)
  })
}
