import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** The verbs of the moderation queue, on a page that shows it. */

/**
 * Looks at a comment of the list, where it is decided on: in the pane beside the list, or in the list itself where there
 * is none, as without a script.
 *
 * @param text something that it says, and no other does
 */
export async function lookAt(page: Page, text: string): Promise<Locator> {
  const row = page.locator('.queue-comment').filter({ hasText: text })
  await expect(row).toBeVisible()
  if (!(await page.locator('.queue-pane').isVisible())) return row
  // Until the script is there, the link leads to the comment's own page.
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await row.getByRole('link', { name: /^Open the comment of/ }).click()
  const item = page.getByRole('article').filter({ hasText: text })
  await expect(item).toBeVisible()
  return item
}
