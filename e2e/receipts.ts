import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** The receipt on the publish page that is open. */
export const receiptOn = (page: Page): Locator => page.getByRole('region', { name: 'Receipt', exact: true })

/** Waits until every address was fetched, as somebody without scripts does. @returns the receipt */
export async function fetchedReceipt(page: Page): Promise<Locator> {
  const receipt = receiptOn(page)
  for (;;) {
    await expect(receipt).toBeVisible()
    if ((await receipt.locator('.desk-receipt').count()) > 0) return receipt
    // With a script the page looks by itself, and the link may be gone by now.
    const link = receipt.getByRole('link', { name: 'Show what has come' })
    await link.click({ timeout: 1_000 }).catch(() => {})
  }
}

/** Waits for the receipt, and sees that every address was fresh. */
export async function expectFresh(page: Page): Promise<void> {
  const receipt = await fetchedReceipt(page)
  await expect(receipt.locator('.desk-receipt')).toHaveText(/^All \d+ addresses are fresh, fetched in \d+ ms\.$/)
}
