import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { audit } from '../audit/audit-commands'
import { changed, write } from '../write'
import { countAttempt } from './account-limits'
import { refuseTooMany, wrongField } from './account-refused'
import type { Caller } from './caller'
import { checkPasskey } from './passkey-commands'
import { looksLikeRecoveryCode, spendRecoveryCode } from './recovery-codes'
import { markConfirmed, spendAppCode } from './second-factor-commands'
import type { Halfway } from './session-queries'
import { unsafeViewer } from './viewer'

/**
 * Confirms a session with a code of the app, or a recovery code. A code is good once.
 *
 * @throws {AccountRefused} when it is not right, or too many were tried
 */
export async function confirmByCode(halfway: Halfway, code: string, caller: Caller, now = Date.now()): Promise<void> {
  const { personId, session } = halfway
  if (code.trim() === '') throw wrongField('code', 'Enter the code.')
  refuseTooMany(countAttempt('enter-code', `second factor ${personId}`, caller.network), 'code')
  const isRight = await write(async (tx) => {
    const isApp = await spendAppCode(tx, personId, code, now)
    const isRecovery = !isApp && looksLikeRecoveryCode(code) && (await spendRecoveryCode(tx, personId, code))
    if (!isApp && !isRecovery) return false
    if (isRecovery) {
      const viewer = unsafeViewer({ id: personId, name: halfway.name, role: halfway.role })
      await audit(tx, viewer, { action: 'person.recovery-used', subject: `person:${personId}` })
    }
    await markConfirmed(tx, session.id)
    changed(`person:${personId}`)
    return true
  })
  if (!isRight) throw wrongField('code', 'This code is not right, or was used already. Wait for the next one.')
}

/** Confirms a session with a passkey. @throws {PersonRefused} when none of theirs was shown */
export async function confirmByPasskey(halfway: Halfway, response: AuthenticationResponseJSON): Promise<void> {
  await checkPasskey(halfway.personId, response)
  await write(async (tx) => {
    await markConfirmed(tx, halfway.session.id)
    changed(`person:${halfway.personId}`)
  })
}
