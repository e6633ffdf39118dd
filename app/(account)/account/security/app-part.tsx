import { AccountField } from '@/app/_components/account/account-field'
import { QrCode } from '@/app/_components/account/qr-code'
import { paths } from '@/lib/paths'
import { isAppOffered, offerAuthenticator } from '@/lib/people/second-factor-commands'
import type { Viewer } from '@/lib/people/viewer'
import { RemoveForm } from './remove-form'

type AppPartProps = {
  viewer: Viewer
  since: string | null
  /** It is the only second factor there is. */
  isOnly: boolean
  /** Its owner has asked to set one up. */
  isWanted: boolean
}

/** An app that shows a code of six digits. */
export async function AppPart({ viewer, since, isOnly, isWanted }: AppPartProps) {
  const isOpen = !since && (isWanted || (await isAppOffered(viewer)))
  return (
    <section className="account-part" id="app">
      <h2>App with codes</h2>
      {since && (
        <>
          <p>Set up on {since}.</p>
          <RemoveForm action={paths.accountSecurity('app')} label="Remove the app" isOnly={isOnly} />
        </>
      )}
      {!since && !isOpen && (
        <>
          <p>An app on your telephone shows a new code every half minute. You need no connection for it.</p>
          <p className="account-tools">
            <a className="account-button" href={`${paths.accountSecurity()}?app#app`}>
              Set up an app
            </a>
          </p>
        </>
      )}
      {isOpen && <SetUp viewer={viewer} />}
    </section>
  )
}

async function SetUp({ viewer }: { viewer: Viewer }) {
  const { secret, address } = await offerAuthenticator(viewer)
  return (
    <>
      <p>Photograph the square with the app, or type the key into it.</p>
      <QrCode text={address} label="The key of the app as a QR code" />
      <p>
        Key: <code className="account-key">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <form method="post" action={paths.accountSecurity('app')} className="account-form">
        <AccountField
          name="code"
          label="Code that the app shows"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
        <button type="submit" className="button">
          Set up
        </button>
      </form>
    </>
  )
}
