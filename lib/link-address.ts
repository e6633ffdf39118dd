/** Only addresses a reader may be sent to: no `javascript:`, no `data:`. Paths of our own begin with one slash. */
const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i

export function isLinkAddress(address: string): boolean {
  return LINK_ADDRESS.test(address) && !/[\s\\]/.test(address)
}
