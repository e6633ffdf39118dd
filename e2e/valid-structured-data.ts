type Thing = Record<string, unknown>

/** What search engines ask of each kind of thing (developers.google.com/search/docs/appearance/structured-data). */
const ASKED_FOR: Record<string, Record<string, (value: unknown) => boolean>> = {
  NewsArticle: {
    headline: isText,
    url: isAddress,
    mainEntityOfPage: isAddress,
    datePublished: isMoment,
    dateModified: isMoment,
    publisher: (value) => isThing(value, 'NewsMediaOrganization'),
    author: (value) => Array.isArray(value) && value.every((one) => isThing(one, 'Person') && isAddress(one.url)),
    articleSection: isText,
    inLanguage: isLanguage,
    isAccessibleForFree: (value) => value === true,
  },
  BreadcrumbList: {
    itemListElement: (value) =>
      Array.isArray(value) &&
      value.every((one: Thing, index) => one.position === index + 1 && isText(one.name) && isAddress(one.item)),
  },
  WebSite: { name: isText, url: isAddress, inLanguage: isLanguage },
  ProfilePage: { url: isAddress, mainEntity: (value) => isThing(value, 'Person') },
}

/**
 * What is wrong with the structured data of a page: it is no JSON, has nothing to be read in (JSON-LD 1.1 §4.1), names
 * what schema.org does not, or lacks what search engines ask for.
 */
export function structuredDataProblems(html: string): string[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)]
  return blocks.flatMap(([, text = '']) => {
    try {
      const data = JSON.parse(text) as Thing
      if (data['@context'] !== 'https://schema.org') return ['structured data outside https://schema.org']
      return (data['@graph'] as Thing[]).flatMap(problemsOf)
    } catch (error) {
      return [`structured data that is no JSON: ${(error as Error).message}`]
    }
  })
}

function problemsOf(thing: Thing): string[] {
  const type = String(thing['@type'])
  const asked = ASKED_FOR[type]
  if (!asked) return [`${type} is not expected`]
  return Object.entries(asked).flatMap(([name, isRight]) =>
    isRight(thing[name]) ? [] : [`${type}.${name} is ${JSON.stringify(thing[name])}`],
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
}

/** With the distance from UTC, as ISO 8601 has it. */
function isMoment(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value)
}

function isLanguage(value: unknown): boolean {
  return typeof value === 'string' && Intl.getCanonicalLocales(value)[0] === value
}

function isThing(value: unknown, type: string): value is Thing {
  return (
    typeof value === 'object' && value !== null && (value as Thing)['@type'] === type && isText((value as Thing).name)
  )
}
