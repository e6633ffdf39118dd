/** How long, in milliseconds, a connection stays open for its client's next request. */
export const KEEP_ALIVE = 65_000

/** What a client may take, in milliseconds: to say what it wants, and to say all of it. */
export const TIMEOUTS = { keepAliveTimeout: KEEP_ALIVE, headersTimeout: 20_000, requestTimeout: 60_000 }
