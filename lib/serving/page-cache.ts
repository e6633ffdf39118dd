import { type Keepable, Kept } from './kept'

/** The finished bytes of one answer, in every encoding that pays. */
export type StoredAnswer = Keepable & {
  status: number
  etag: string
  /** Ready for `writeHead`, per encoding: name, value, name, value… */
  headers: { identity: string[]; gzip: string[]; br: string[] }
  body: { identity: Buffer; gzip: Buffer | null; br: Buffer | null }
  /** The article that it is the page of, whose readers are counted. */
  article?: number | null
}

/** What an answer weighs beside its bodies: headers, keys, the maps' own nodes. */
const OVERHEAD = 2048

/** Finished answers by canonical address, bounded by bytes, dropped by what they read. */
export class PageCache extends Kept<StoredAnswer> {
  /** @param limit how many bytes it may hold */
  constructor(limit: number) {
    super(limit, weigh)
  }
}

function weigh({ body }: StoredAnswer): number {
  return OVERHEAD + body.identity.length + (body.gzip?.length ?? 0) + (body.br?.length ?? 0)
}
