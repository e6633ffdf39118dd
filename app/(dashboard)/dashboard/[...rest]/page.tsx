import { notFound } from 'next/navigation'
import { paths } from '@/lib/paths'
import { requireStaff } from '@/lib/people/current-viewer'

/** Whatever is no page of the newsroom: a stranger is asked to sign in, as everywhere in it, and learns nothing. */
export default async function NowherePage({ params }: { params: Promise<{ rest: string[] }> }) {
  const { rest } = await params
  await requireStaff([paths.dashboard(), ...rest].join('/'))
  notFound()
}
