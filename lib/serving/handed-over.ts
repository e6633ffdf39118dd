/** Copying less than this, in bytes, takes no longer than handing it over. */
const WORTH_IT = 64 * 1024

/** The memory of what goes from one thread to the other without a copy: large, and nobody else's. */
export function handedOver({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  const isItsOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
  return isItsOwn && byteLength >= WORTH_IT ? [buffer] : []
}
