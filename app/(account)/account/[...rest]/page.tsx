import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } }

/** Whatever is no page of an account, said in the account's own dress. */
export default function NoPage(): never {
  notFound()
}
