import { expect, test } from '@playwright/test'
import { unsafeReadingConnection } from '@/db/client'
import { OwnHouse } from '../own-house'

/** A server is killed about the moment at which an article is due, again and again: it is out in the end, once. */

let house: OwnHouse

test.beforeAll(async () => {
  house = await OwnHouse.open()
})
test.afterAll(() => house.close())

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** How often the clock published an article, and for how many of those receipts were made. */
function recordOf(id: number): { published: number; versions: number; receipts: number } {
  const count = (query: string, of: string | number) =>
    unsafeReadingConnection().prepare(query).pluck().get(of) as number
  return {
    published: count("select count(*) from audit where action = 'article.publish' and subject = ?", `article:${id}`),
    versions: count('select count(*) from versions where article_id = ?', id),
    receipts: count('select count(*) from receipts where article_id = ? and fetched_at is not null', id),
  }
}

test('what is due while the server is killed is out once it is back, exactly once', async () => {
  test.setTimeout(600_000)
  for (const lead of [-400, -100, 0, 120, 300]) {
    const { id, address, headline } = await house.newsroom.writeArticle({ bylines: ['Wren Tallis'] })
    const due = new Date(Date.now() + 1_000)
    await house.newsroom.schedule(id, due)
    await pause(due.getTime() - Date.now() + lead)
    await house.kill()
    await house.startAgain()
    await expect
      .poll(async () => (await fetch(house.url + address)).status, `killed ${lead} ms from its time`)
      .toBe(200)
    expect(await (await fetch(`${house.url}/latest`)).text()).toContain(headline)
    // The duty that fetches comes around when it can; how soon is not what is tried here.
    await expect.poll(() => recordOf(id).receipts, { timeout: 60_000 }).toBe(1)
    expect(recordOf(id), `killed ${lead} ms from its time`).toEqual({ published: 1, versions: 1, receipts: 1 })
  }
})
