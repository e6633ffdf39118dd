/** @type {import('next').NextConfig} */
const config = {
  // The server runs the pages from the folder of its own build: lib/operating/edition.mjs.
  distDir: process.env.PAGES_FOLDER ?? '.next',
  poweredByHeader: false,
  // The server around Next compresses, tags and caches: lib/serving.
  compress: false,
  generateEtags: false,
  skipTrailingSlashRedirect: true,
  // Metadata belongs in the head for every client, not only for crawlers: public pages are documents.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  serverExternalPackages: [
    'better-sqlite3',
    'better-sqlite3-node20',
    'drizzle-orm',
    'sharp',
    '@node-rs/argon2',
    'pino',
    'prom-client',
  ],
  // A part of a folder's name cannot be a parameter.
  rewrites: async () => ({
    beforeFiles: [{ source: '/:section/:file([^/]+\\.md)', destination: '/markdown/:section/:file' }],
  }),
  // Types and style are checked by `npm test`, once, and not again by every start.
  typescript: { ignoreBuildErrors: true },
}

export default config
