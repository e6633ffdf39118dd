import { type CardFace, versionOf } from '@/lib/cards/card-face'
import { movedTo, notFound } from '@/lib/feeds/machine-answer'
import { drawCard } from './draw-card'

/**
 * The answer at the address of a card. An address names what its card shows; that of an older one leads to the one that
 * is true now.
 *
 * @param file the last part of the address
 * @param address of a version
 */
export async function answerCard(
  face: CardFace,
  file: string,
  address: (version: string) => string,
): Promise<Response> {
  const [, version] = /^([0-9a-f]{12})\.jpg$/.exec(file) ?? []
  if (!version) return notFound()
  if (version !== versionOf(face)) return movedTo(address(versionOf(face)))
  return new Response(new Uint8Array(await drawCard(face)), { headers: { 'content-type': 'image/jpeg' } })
}
