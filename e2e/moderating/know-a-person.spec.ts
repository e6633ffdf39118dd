import { comments } from '@/db/schema/comments'
import { writeNote } from '@/lib/moderation/note-commands'
import { write } from '@/lib/write'
import { expectWellMadeAt } from '../accessibility'
import { castId, ed, mo, type Person, remy, rowOf, somebody, viewerOf, wren } from '../cast'
import { lastCommentOf } from '../conversation'
import { expect, test } from '../fixtures'

const recordOf = async (person: Person) => `/dashboard/moderation/people/${await castId(person)}`

const HOSTILE = '<script>document.title = "taken"</script><img src=x onerror=alert(1)> \u202etfel'

async function say(person: Person, articleId: number) {
  const personId = await castId(person)
  const shared = { articleId, personId, signature: person.name }
  await write(async (tx) => {
    await tx.insert(comments).values([
      { ...shared, body: 'The harbour was calm.', state: 'approved' },
      { ...shared, body: HOSTILE, state: 'rejected', decidedReason: 'Abuse' },
    ])
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a moderator looks at what somebody said, warns, suspends, bans and lets them back', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const person = somebody()
      await say(person, (await newsroom.publishArticle()).id)
      await signIn(mo)
      await page.goto(await recordOf(person))
      await expect(page.getByText('50 % of 2')).toBeVisible()
      await expect(page.getByText('document.title')).toBeVisible()
      expect(await page.title()).not.toBe('taken')
      await page.getByRole('link', { name: 'Approved 1' }).click()
      await expect(page.getByText('The harbour was calm.')).toBeVisible()
      await expect(page.getByText('document.title')).toHaveCount(0)

      await page.getByRole('button', { name: 'Warn' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
      await page.locator('#warn-reason').fill('Do not call people names.')
      await page.getByRole('button', { name: 'Warn' }).click()
      await expect(page.getByText('They are warned, in your words.')).toBeVisible()
      await expect(page.getByText(`Warned by ${mo.name}`)).toBeVisible()

      await page.locator('#suspend-until').fill('2099-01-01')
      await page.locator('#suspend-reason').fill('They went on.')
      await page.getByRole('button', { name: 'Suspend' }).click()
      await expect(page.getByText('Choose a day that is still to come')).toHaveCount(2)
      await expect(page.locator('#suspend-reason')).toHaveValue('They went on.')
      const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
      await page.locator('#suspend-until').fill(soon)
      await page.getByRole('button', { name: 'Suspend' }).click()
      await expect(page.getByText('They are suspended, and are told why.')).toBeVisible()
      expect((await rowOf(person))?.suspendedUntil).toBeInstanceOf(Date)

      await page.getByRole('button', { name: 'Lift the suspension' }).click()
      await expect(page.getByText('They may take part again.')).toBeVisible()
      await page.locator('#ban-reason').fill('Again and again.')
      await page.getByRole('button', { name: `Ban ${person.name}` }).click()
      await expect(page.getByText('They are shut out, and are told why.')).toBeVisible()
      expect((await rowOf(person))?.bannedReason).toBe('Again and again.')
    })

    test('moderators keep notes about somebody, and hold what they write without telling them', async ({
      page,
      newsroom,
      signIn,
    }) => {
      const person = somebody()
      const colleague = somebody({ role: 'moderator' })
      await say(person, (await newsroom.publishArticle()).id)
      await signIn(colleague)
      await page.goto(await recordOf(person))
      await page.getByRole('button', { name: 'Add note' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
      await page.getByLabel('New note').fill(HOSTILE.replace(' \u202etfel', ''))
      await page.getByRole('button', { name: 'Add note' }).click()
      await expect(page.getByText('The note is kept.')).toBeVisible()
      const notes = page.getByRole('region', { name: 'Notes' })
      await expect(notes.getByRole('listitem')).toContainText('<script>document.title')
      await expect(notes.getByRole('listitem')).toContainText(colleague.name)
      expect(await page.title()).not.toBe('taken')

      await page.getByRole('link', { name: 'Act on comment' }).first().click()
      await expect(page.getByRole('region', { name: 'Because of this comment' })).toBeVisible()
      const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
      await page.locator('#hold-until').fill(soon)
      await page.locator('#hold-reason').fill('They provoke.')
      await page.getByRole('button', { name: 'Hold comments' }).click()
      await expect(page.getByText('They are not told.', { exact: false }).first()).toBeVisible()
      await expect(page.getByText(`Held without being told by ${colleague.name}`)).toBeVisible()
      await expect(page.getByText('Held because: They provoke.')).toBeVisible()
      await page.locator('#release-reason').fill('They have calmed down.')
      await page.getByRole('button', { name: 'End the hold' }).click()
      await expect(page.getByText('What they write is no longer held for being theirs.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Hold comments' })).toBeVisible()

      await page.context().clearCookies()
      await signIn(mo)
      await page.goto(await recordOf(person))
      await expect(notes.getByRole('listitem')).toHaveCount(1)
      await expect(page.getByRole('button', { name: 'Remove note' })).toHaveCount(0)
      await page.context().clearCookies()
      await signIn(colleague)
      await page.goto(await recordOf(person))
      await page.getByRole('button', { name: 'Remove note' }).click()
      await expect(page.getByText('The note is gone.')).toBeVisible()
      await expect(notes.getByText('No notes.')).toBeVisible()
    })
  })
}

test('axe finds nothing on it in both themes, and nothing sticks out on a phone', async ({
  page,
  newsroom,
  signIn,
}) => {
  const person = somebody()
  await say(person, (await newsroom.publishArticle()).id)
  await signIn(mo)
  await writeNote(await viewerOf(mo), await castId(person), { note: 'They know the harbour well.', sectionId: null })
  const comment = await lastCommentOf(await castId(person))
  await page.goto(`${await recordOf(person)}?comment=${comment?.id}`)
  await expectWellMadeAt(page, 'the record', [390, 1280])
})

test('an editor reads a record and puts nothing on anyone; nobody else sees it', async ({ page, signIn, context }) => {
  const record = await recordOf(remy)
  await page.goto(record)
  await expect(page).toHaveURL(/\/sign-in/)
  for (const person of [remy, wren]) {
    await context.clearCookies()
    await signIn(person)
    expect((await page.goto(record))?.status(), person.name).toBe(404)
  }
  await context.clearCookies()
  await signIn(ed)
  expect((await page.goto(record))?.status()).toBe(200)
  await expect(page.getByRole('button', { name: 'Warn' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Notes' })).toHaveCount(0)
  for (const nobody of ['0', '-1', '1.5', 'x', '999999999', '99999999999999999999']) {
    expect((await page.goto(`/dashboard/moderation/people/${nobody}`))?.status(), nobody).toBe(404)
  }
})
