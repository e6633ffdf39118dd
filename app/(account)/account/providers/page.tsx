import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountPage } from '@/app/_components/account/account-page'
import { ProviderProblem } from '@/app/_components/account/provider-buttons'
import { SuccessNotice } from '@/app/_components/account/success-notice'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { listConnectedProviders } from '@/lib/people/provider-commands'
import { configuredProviders, PROVIDER_NAMES } from '@/lib/people/providers'

export const metadata: Metadata = { title: 'Connected accounts', robots: { index: false } }

type Props = { searchParams: Promise<{ done?: string; error?: string }> }

/** Which accounts elsewhere open this one. */
export default async function ProvidersPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.accountProviders())
  const providers = configuredProviders()
  if (providers.length === 0) notFound()
  const [{ done, error }, connected] = await Promise.all([searchParams, listConnectedProviders(viewer)])
  return (
    <AccountPage
      title="Connected accounts"
      intro="An account elsewhere can open this one. To connect one, you must have signed in within a quarter of an hour."
      current={paths.accountProviders()}
    >
      <SuccessNotice words={done === 'removed' ? 'It is disconnected.' : undefined} />
      <ProviderProblem error={error} />
      <ul className="account-list">
        {providers.map((provider) => {
          const isConnected = connected.includes(provider)
          return (
            <li key={provider}>
              <div>
                <h2>{PROVIDER_NAMES[provider]}</h2>
                <p className="account-meta">{isConnected ? 'Connected' : 'Not connected'}</p>
              </div>
              <form method="post" action={isConnected ? paths.removeProvider() : paths.beginProvider()}>
                <input type="hidden" name="back" value={paths.accountProviders()} />
                <button type="submit" name="provider" value={provider} className="account-button">
                  {isConnected ? 'Disconnect' : 'Connect'} {PROVIDER_NAMES[provider]}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </AccountPage>
  )
}
