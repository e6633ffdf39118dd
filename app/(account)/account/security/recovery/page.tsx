import type { Metadata } from 'next'
import { AccountPage } from '@/app/_components/account/account-page'
import { RecoveryCodes } from '@/app/_components/account/recovery-codes'
import { paths } from '@/lib/paths'
import { requireViewer } from '@/lib/people/current-viewer'
import { told } from '@/lib/serving/form-answers'

export const metadata: Metadata = { title: 'Recovery codes', robots: { index: false } }

/** Recovery codes, in the answer to what made them. By itself the page has none to show. */
export default async function RecoveryPage() {
  await requireViewer(paths.accountSecurity())
  const codes = told()?.values.codes?.split(' ')
  return (
    <AccountPage title="Recovery codes" current={paths.accountSecurity()}>
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <p>
          Codes are shown once. <a href={paths.accountSecurity()}>Make new ones</a> if you have lost yours.
        </p>
      )}
    </AccountPage>
  )
}
