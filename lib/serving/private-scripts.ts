/**
 * A private page that asks for its scripts without their nonces.
 *
 * A browser keeps what it compiled of a script for the next page that asks for it, but takes one that carries a nonce for
 * another script with every answer, and compiles the framework and the editor anew for each page of the desk. What a
 * trusted script asks for needs no nonce (CSP Level 3 §8.2, `'strict-dynamic'`): one of a few lines asks for them all.
 *
 * It relies on what React and Next write: in text, attributes and their own inline scripts every `<` is escaped.
 */

const ASYNC_SCRIPT =
  /<script src="(\/_next\/[^"<>]+)"(?: async="")? nonce="([A-Za-z0-9+/=]+)"(?: async="")?><\/script>/g

/** @param html a finished private page as Next renders it @returns the same page, its scripts asked for by one of its own */
export function withoutScriptNonces(html: string): string {
  const sources: string[] = []
  let own = ''
  const rest = html.replaceAll(ASYNC_SCRIPT, (tag, source: string, nonce: string) => {
    if (!tag.includes(' async=""')) return tag
    sources.push(source)
    own ||= nonce
    // Where the first one stood.
    return sources.length === 1 ? PLACE : ''
  })
  return own ? rest.replace(PLACE, () => `<script nonce="${own}">${askFor(sources)}</script>`) : html
}

/** No page has it: a `<` of somebody's text is escaped. */
const PLACE = '<!own-scripts>'

function askFor(sources: string[]): string {
  const list = JSON.stringify([...new Set(sources)]).replaceAll('<', '\\u003c')
  return `for(const src of ${list}){const s=document.createElement("script");s.async=true;s.src=src;document.head.append(s)}`
}
