import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Below this many bytes an encoding costs more than it saves. */
const WORTHWHILE = 400

export type Encodings = { identity: Buffer; gzip: Buffer | null; br: Buffer | null }

/**
 * Compresses once what will be sent many times.
 *
 * @param effort Brotli's quality, 0–11: 5 for pages that are rendered while someone waits, 11 for files that stay
 */
export async function encodeOnce(bytes: Buffer, effort: number): Promise<Encodings> {
  if (bytes.length < WORTHWHILE) return { identity: bytes, gzip: null, br: null }
  const [br, zipped] = await Promise.all([
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: effort,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    deflate(bytes, { level: Math.min(effort, 9) }),
  ])
  return { identity: bytes, gzip: smaller(zipped, bytes), br: smaller(br, bytes) }
}

export type Encoding = 'identity' | 'gzip' | 'br'

/**
 * The best encoding that a client takes (RFC 9110 §12.5.3). A weight of nought is a refusal; other weights do not change
 * the order, as every client that takes Brotli is better off with it.
 */
export function chooseEncoding(accepted: string | undefined, offered: Encodings): Encoding {
  if (!accepted) return 'identity'
  const { br, gzip: zipped } = preferencesIn(accepted)
  if (br && offered.br) return 'br'
  return zipped && offered.gzip ? 'gzip' : 'identity'
}

type Preferences = { br: boolean; gzip: boolean }

const judged = new Map<string, Preferences>()

function preferencesIn(accepted: string): Preferences {
  const known = judged.get(accepted)
  if (known) return known
  // Clients send a handful of spellings; a stranger who sends thousands must not fill the memory.
  if (judged.size > 500) judged.clear()
  const preferences = { br: takes(accepted, 'br'), gzip: takes(accepted, 'gzip') }
  judged.set(accepted, preferences)
  return preferences
}

function takes(accepted: string, encoding: string): boolean {
  const match = new RegExp(`(?:^|,)\\s*(?:x-)?${encoding}\\s*(;\\s*q=0(?:\\.0*)?\\s*)?(?:$|,|;)`, 'i').exec(accepted)
  return match !== null && match[1] === undefined
}

function smaller(encoded: Buffer, original: Buffer): Buffer | null {
  return encoded.length < original.length ? encoded : null
}
