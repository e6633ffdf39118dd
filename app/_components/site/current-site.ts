import { cache } from 'react'
import { getSite } from '@/lib/site/site-queries'

/** What the newsroom says of itself, asked once for a page however many of its parts need it. */
export const currentSite = cache(getSite)
