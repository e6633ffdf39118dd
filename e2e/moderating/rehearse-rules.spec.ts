import { expectForEveryone, expectWellMade } from '../accessibility'
import { ada, castId, ed, mo, remy, somebody } from '../cast'
import { say } from '../conversation'
import { expect, test } from '../fixtures'

const RULES = '/dashboard/moderation/rules'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a word is rehearsed on past comments, saved, and holds from then on', async ({
      page,
      newsroom,
      signIn,
      server,
    }) => {
      const word = `blorg${javaScriptEnabled ? 'script' : 'form'}${Date.now()}`
      const { id } = await newsroom.publishArticle()
      // Somebody who says nothing else: whoever says much at once is stopped by another rule.
      const talker = somebody()
      await say(talker, id, `Such a ${word.toUpperCase()} he is`)
      await signIn(ed)
      await page.goto(RULES)
      const before = await page.getByLabel('Banned words').inputValue()
      await page.getByLabel('Banned words').fill(`${before}\n${word}`)
      await page.getByLabel('Comments of a person in a minute').fill('0.5')
      await page.getByRole('button', { name: 'Rehearse' }).click()
      await expect(page.getByText('Give a whole number.').first()).toBeVisible()
      await expect(page.getByLabel('Banned words')).toHaveValue(new RegExp(word))
      await page.getByLabel('Comments of a person in a minute').fill('6')
      await page.getByRole('button', { name: 'Rehearse' }).click()
      const example = page.getByRole('listitem').filter({ hasText: word.toUpperCase() })
      await expect(example.locator('mark')).toHaveText(word.toUpperCase())
      await expect(example).toContainText('Published → Rejected')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved. The rules hold for every comment from now on.')).toBeVisible()

      const secret = await signIn(talker)
      const answer = await fetch(`${server.url}/comments`, {
        method: 'POST',
        headers: { cookie: `session=${secret}`, accept: 'application/json' },
        // They have been asked whether they are sure, and are.
        body: new URLSearchParams({ article: String(id), body: `You ${word}, number two`, sure: '1' }),
      })
      expect(await answer.json()).toMatchObject({ state: 'rejected' })

      await signIn(ed)
      await page.goto(RULES)
      await page.getByLabel('Banned words').fill(before)
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved. The rules hold for every comment from now on.')).toBeVisible()
    })
  })
}

test('moderators rehearse and do not save; others find nothing', async ({ page, signIn, newsroom: _ }) => {
  await castId(ada)
  await signIn(mo)
  await page.goto(RULES)
  await expect(page.getByRole('button', { name: 'Rehearse' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await signIn(remy)
  expect((await page.goto(RULES))?.status()).toBe(404)
})

test('the rules are for everyone, in both themes', async ({ page, signIn, newsroom }) => {
  await say(somebody(), (await newsroom.publishArticle()).id, 'Look at https://a.example and https://b.example')
  await signIn(ed)
  await page.goto(RULES)
  await expectForEveryone(page)
  await page.getByLabel('Links that a comment may have').fill('1')
  await page.getByRole('button', { name: 'Rehearse' }).click()
  await expect(page.getByRole('heading', { name: 'Rehearsal' })).toBeVisible()
  await expectWellMade(page, 'rehearsed')
})
