import { expect, test } from '@playwright/test'
import { OwnHouse } from '../own-house'

/** Other tests read: here nobody has. */
let house: OwnHouse

test.beforeAll(async () => {
  house = await OwnHouse.open()
})
test.afterAll(() => house.close())

test('where nobody has read anything, nothing is said of what is read the most', async () => {
  for (const address of ['/', '/politics/flood-risk-papers']) {
    const answer = await fetch(house.url + address)
    expect(answer.status, address).toBe(200)
    expect(await answer.text(), address).not.toContain('Most read')
  }
})
