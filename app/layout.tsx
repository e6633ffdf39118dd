import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { siteOpenGraph } from '@/app/_components/lists/list-metadata'
import { readEnvironment } from '@/lib/env'
import { paths } from '@/lib/paths'
import { getSite } from '@/lib/site/site-queries'
import './styles/site.css'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const site = await getSite()
  const { siteUrl } = readEnvironment()
  return {
    metadataBase: new URL(siteUrl),
    title: { default: site.name, template: `%s | ${site.name}` },
    description: site.description,
    applicationName: site.name,
    icons: { icon: '/icons/favicon.svg', apple: '/icons/apple-touch-icon.png' },
    manifest: '/manifest.webmanifest',
    openGraph: siteOpenGraph(site, siteUrl),
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false },
  }
}

/** The faces of the first view; others are fetched when a letter needs them. */
const FIRST_FONTS = [
  '/fonts/newsreader-latin-0eb8d444.woff2',
  '/fonts/text-latin-099b93a0.woff2',
  '/fonts/franklin-latin-5c361189.woff2',
]

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#141311' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Without this a page that needs no parameters is frozen at the build, when there is no database.
  await connection()
  const site = await getSite()
  return (
    <html lang={site.language}>
      <head>
        {FIRST_FONTS.map((file) => (
          <link key={file} rel="preload" href={file} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {site.accent && <link rel="stylesheet" href={paths.accentStyles()} />}
        <noscript>
          <link rel="stylesheet" href={paths.themeStyles()} />
        </noscript>
      </head>
      <body>{children}</body>
    </html>
  )
}
