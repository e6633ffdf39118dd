import type { Metadata } from 'next'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { houseMenu } from '@/lib/site/house-menu'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSite } from '@/lib/site/site-queries'
import { SettingsFrame } from '../settings-frame'
import { MenuForm } from './menu-form'

export const metadata: Metadata = { title: 'Menu' }

type Props = { searchParams: Promise<{ saved?: string }> }

/** The links beside the sections. */
export default async function MenuSettingsPage({ searchParams }: Props) {
  await requireRight(mayChangeSettings, paths.settings('menu'))
  const [{ saved }, { menu }] = await Promise.all([searchParams, getSite()])
  const lines = (menu ?? houseMenu()).map(({ label, address }) => `${label} | ${address}`)
  return (
    <SettingsFrame topic="menu" isSaved={saved !== undefined}>
      <p className="desk-intro">
        The menu and the foot of every page show the sections first, in <a href={paths.sectionsDesk()}>their order</a>,
        and then these links.
      </p>
      <MenuForm text={lines.join('\n')} />
    </SettingsFrame>
  )
}
