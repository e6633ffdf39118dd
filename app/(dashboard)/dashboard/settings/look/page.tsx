import type { Metadata } from 'next'
import { Button } from '@/app/_components/newsroom/button'
import { Check } from '@/app/_components/newsroom/choice-fields'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { Part } from '@/app/_components/newsroom/page-head'
import { renditionAddress } from '@/lib/media/rendition-address'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { told } from '@/lib/serving/form-answers'
import { removeLogoAction } from '@/lib/site/settings-actions'
import type { Site } from '@/lib/site/site'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSite } from '@/lib/site/site-queries'
import { SettingsFrame } from '../settings-frame'
import { AccentForm } from './accent-form'

export const metadata: Metadata = { title: 'Look' }

type Props = { searchParams: Promise<{ saved?: string }> }

/** The paper's logo and colour. */
export default async function LookSettingsPage({ searchParams }: Props) {
  await requireRight(mayChangeSettings, paths.settings('look'))
  const [{ saved }, site] = await Promise.all([searchParams, getSite()])
  return (
    <SettingsFrame topic="look" isSaved={saved !== undefined}>
      <Part title="Colour" intro="Links, kickers and buttons are drawn in it. It must be readable on every surface.">
        <AccentForm accent={site.accent} />
      </Part>
      <Part title="Logo" intro="In the place of the name at the head of every page.">
        <LogoForm site={site} />
      </Part>
    </SettingsFrame>
  )
}

function LogoForm({ site: { logo, isLogoInverted, name } }: { site: Site }) {
  const problem = told()?.problems[0]?.words
  return (
    <>
      {problem && (
        <Notice tone="danger" title="There is a problem">
          {problem}
        </Notice>
      )}
      {logo && (
        <div className="desk-logo">
          {/* biome-ignore lint/performance/noImgElement: it is one of our own renditions */}
          <img src={renditionAddress(logo, 480, 'webp')} alt={name} width={logo.width} height={logo.height} />
        </div>
      )}
      <form method="post" action={paths.logo()} encType="multipart/form-data" className="desk-form">
        <TextField
          name="logo"
          type="file"
          label={logo ? 'Another picture' : 'Picture'}
          hint="PNG or WebP with a transparent ground, at least 480 pixels wide, at most 1.5 MB."
          accept="image/png,image/webp,image/avif,image/jpeg"
          required={!logo}
        />
        <Check
          name="inverted"
          label="Turn it inside out on dark pages"
          hint="For a logo in black: it is white there."
          defaultChecked={isLogoInverted}
        />
        <div className="desk-row">
          <Button>Save logo</Button>
        </div>
      </form>
      {logo && (
        <form action={removeLogoAction}>
          <Button look="quiet">Show the name in letters again</Button>
        </form>
      )}
    </>
  )
}
