import type { Metadata } from 'next'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSite } from '@/lib/site/site-queries'
import { PaperForm } from './paper-form'
import { SettingsFrame } from './settings-frame'

export const metadata: Metadata = { title: 'Settings' }

type Props = { searchParams: Promise<{ saved?: string }> }

/** What the paper is called, where it is, and what it speaks. */
export default async function PaperSettingsPage({ searchParams }: Props) {
  await requireRight(mayChangeSettings, paths.settings())
  const [{ saved }, { name, tagline, description, zone, language }] = await Promise.all([searchParams, getSite()])
  const zones = [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <SettingsFrame topic="" isSaved={saved !== undefined}>
      <PaperForm site={{ name, tagline, description, zone, language }} zones={zones} />
    </SettingsFrame>
  )
}
