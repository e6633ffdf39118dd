import { headers } from 'next/headers'
import { scriptAddress } from '@/lib/serving/page-scripts'

/** Puts the theme that was chosen on this device in place before anything is painted; the policy wants this answer's nonce. */
export async function DeviceTheme() {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? []
  return <script src={scriptAddress('theme')} nonce={nonce} />
}
