import type { Metadata } from 'next'
import { Button } from '@/app/_components/newsroom/button'
import { Check } from '@/app/_components/newsroom/choice-fields'
import { paths } from '@/lib/paths'
import { requireRight } from '@/lib/people/require-right'
import { saveSecurityAction } from '@/lib/site/settings-actions'
import { mayChangeSettings } from '@/lib/site/site-policy'
import { getSite } from '@/lib/site/site-queries'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Security' }

type Props = { searchParams: Promise<{ saved?: string }> }

/** What staff must show to come in. */
export default async function SecuritySettingsPage({ searchParams }: Props) {
  await requireRight(mayChangeSettings, paths.settings('security'))
  const [{ saved }, { isSecondFactorRequired }] = await Promise.all([searchParams, getSite()])
  return (
    <SettingsFrame topic="security" isSaved={saved !== undefined}>
      <form action={saveSecurityAction} className="desk-form">
        <Check
          name="isSecondFactorRequired"
          label="Staff must have a second factor"
          hint="A passkey or an app with codes, for authors and everyone above. Without one they are led to set it up after they sign in."
          defaultChecked={isSecondFactorRequired}
        />
        <div className="desk-row">
          <Button look="primary">Save</Button>
        </div>
      </form>
    </SettingsFrame>
  )
}
