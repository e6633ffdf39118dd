import type { Receipt } from '@/lib/articles/receipts/receipt-queries'

const ACTIONS: Record<string, string> = {
  publish: 'Published',
  minor: 'Minor change',
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
  unpublish: 'Unpublished',
  kill: 'Killed',
  reinstate: 'Reinstated',
  embargo: 'Embargo changed',
  release: 'Came before readers',
  'take-down': 'Taken down',
}

export function actionWords(action: string): string {
  return ACTIONS[action] ?? 'Changed'
}

type Told = Pick<Receipt, 'lines' | 'troubles' | 'milliseconds' | 'leftOut' | 'fetchedAt'>

/** The one sentence of a receipt. */
export function receiptSentence({ lines, troubles, milliseconds, leftOut, fetchedAt }: Told): string {
  if (fetchedAt === null) return 'Not fetched yet.'
  const more = leftOut > 0 ? ` ${leftOut} more were not fetched.` : ''
  if (troubles === 0) return `All ${lines.length} addresses are fresh, fetched in ${milliseconds} ms.${more}`
  const old = lines.filter(({ verdict }) => verdict === 'old').length
  const parts = [
    old > 0 && `${old} of ${lines.length} addresses still ${old === 1 ? 'shows' : 'show'} the old text`,
    troubles > old && `${troubles - old} of ${lines.length} did not answer`,
  ].filter(Boolean)
  return `${parts.join('; ')}.${more}`
}
