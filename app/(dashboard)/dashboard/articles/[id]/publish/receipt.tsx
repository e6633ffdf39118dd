import { Badge } from '@/app/_components/newsroom/badge'
import { DataTable } from '@/app/_components/newsroom/data-table'
import { Notice } from '@/app/_components/newsroom/notice'
import { Part } from '@/app/_components/newsroom/page-head'
import { nameOfAddress } from '@/lib/articles/receipts/receipt-addresses'
import type { Receipt } from '@/lib/articles/receipts/receipt-queries'
import { formatMoment, type Place } from '@/lib/dates'
import { paths } from '@/lib/paths'
import { FetchAgain } from './fetch-again'
import { LookAnew } from './look-anew'
import { actionWords, receiptSentence } from './receipt-words'

type Props = {
  articleId: number
  receipts: Receipt[]
  place: Place
  /** What was done just now: then every address is shown at once; empty for nothing. */
  done: string
  mayFetch: boolean
}

const VERDICTS = {
  fresh: ['success', 'Fresh'],
  old: ['danger', 'Old text'],
  failed: ['danger', 'No answer'],
} as const

/** Every address that depended on the article, fetched after its last change, and what came of the changes before. */
export function Receipts({ articleId, receipts, place, done, mayFetch }: Props) {
  const [last, ...earlier] = receipts
  if (!last) return null
  return (
    <Part title="Receipt" intro={`${actionWords(last.action)} by ${last.actor}, ${formatMoment(last.madeAt, place)}.`}>
      {last.fetchedAt === null ? (
        <Notice tone="info" title="The addresses are being fetched.">
          <p>
            <a href={paths.publishSheet(articleId, done && `done=${done}`)}>Show what has come</a>
            <LookAnew />
          </p>
        </Notice>
      ) : (
        <>
          <p className={`desk-receipt ${last.troubles > 0 ? 'is-danger' : 'is-success'}`}>{receiptSentence(last)}</p>
          <details className="desk-more" open={done !== '' || last.troubles > 0}>
            <summary>All addresses</summary>
            <Lines receipt={last} />
          </details>
        </>
      )}
      {mayFetch && last.fetchedAt !== null && <FetchAgain articleId={articleId} />}
      {earlier.length > 0 && (
        <details className="desk-more">
          <summary>{earlier.length === 1 ? 'The receipt before' : `The ${earlier.length} receipts before`}</summary>
          <ul className="desk-receipts">
            {earlier.map((receipt) => (
              <li key={receipt.id}>
                <span>{`${actionWords(receipt.action)}, ${formatMoment(receipt.madeAt, place)}`}</span>{' '}
                <small>{receiptSentence(receipt)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  )
}

function Lines({ receipt }: { receipt: Receipt }) {
  return (
    <DataTable
      caption="Addresses that depend on the article"
      isDense
      rows={receipt.lines}
      rowKey={({ address }) => address}
      columns={[
        {
          head: 'Address',
          isName: true,
          cell: ({ address }) => (
            <a href={address} className="desk-code">
              {address}
            </a>
          ),
        },
        { head: 'What', from: 'medium', cell: ({ address }) => nameOfAddress(address) },
        { head: 'Status', isNumber: true, cell: ({ status }) => (status === 0 ? '–' : status) },
        { head: 'Time', isNumber: true, cell: ({ milliseconds }) => `${milliseconds.toFixed(1)} ms` },
        {
          head: 'Shows',
          cell: ({ verdict }) => {
            const [tone, words] = VERDICTS[verdict]
            return <Badge tone={tone}>{words}</Badge>
          },
        },
      ]}
    />
  )
}
