/** How long, in milliseconds, a connection stays open for its client's next request. */
export const KEEP_ALIVE = 65_000

/** What a client may take, in milliseconds: to say what it wants, and to say all of it. */
export const TIMEOUTS = { keepAliveTimeout: KEEP_ALIVE, headersTimeout: 20_000, requestTimeout: 60_000 }

/**
 * The most that a request's head may be, in bytes: ten thousand signs of any script in a form's field, percent-encoded in
 * the address, and the rest. Node.js' own limit of 16 KB would hang up on them.
 */
export const LONGEST_HEAD = 128 * 1024
