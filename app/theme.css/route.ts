import type { NextRequest } from 'next/server'
import { stylesOf } from '@/lib/site/theme'

/** The theme of a reader without JavaScript. Only pages without it ask for this, so that it costs nobody else anything. */
export function GET(request: NextRequest): Response {
  const styles = stylesOf(request.cookies.get('theme')?.value)
  return new Response(styles, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
