import { formatDate, type Place } from '@/lib/dates'
import { paths } from '@/lib/paths'
import type { PasskeySummary } from '@/lib/people/second-factor-queries'
import { AddPasskey } from './add-passkey'
import { RemoveForm } from './remove-form'

type PasskeysPartProps = { passkeys: PasskeySummary[]; isOnly: boolean; place: Place }

/** Keys that a device or a password manager keeps. */
export function PasskeysPart({ passkeys, isOnly, place }: PasskeysPartProps) {
  return (
    <section className="account-part">
      <h2>Passkeys</h2>
      <p>You sign in with a finger, a face or the lock of your device. Nobody can make you type it on a false page.</p>
      <ul className="account-list">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <Passkey passkey={passkey} isOnly={isOnly && passkeys.length === 1} place={place} />
          </li>
        ))}
      </ul>
      <AddPasskey />
    </section>
  )
}

function Passkey({ passkey, isOnly, place }: { passkey: PasskeySummary; isOnly: boolean; place: Place }) {
  const { id, name, isSynced, createdAt, usedAt } = passkey
  const used = usedAt ? `last used ${formatDate(usedAt, place)}` : 'never used'
  return (
    <div>
      <h3>{name}</h3>
      <p className="account-meta">
        Made {formatDate(createdAt, place)}, {used}
        {isSynced && ', kept on several devices'}
      </p>
      <form method="post" action={paths.accountSecurity('passkeys')} className="account-tools">
        <input type="hidden" name="id" value={id} />
        <label htmlFor={`name-${id}`} className="unseen">
          New name of {name}
        </label>
        <input id={`name-${id}`} name="name" className="field" defaultValue={name} maxLength={60} required />
        <button type="submit" className="account-button">
          Rename
        </button>
      </form>
      <RemoveForm action={paths.accountSecurity('passkeys')} label={`Remove ${name}`} id={id} isOnly={isOnly} />
    </div>
  )
}
