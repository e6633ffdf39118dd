import type { Site } from '@/lib/site/site'

const SIZES = ['Small text', 'Medium text', 'Large text', 'Very large text']

/** How large the article's text is, on this device. It shows where the reader's own script has run. */
export function TextSize({ site }: { site: Site }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent, and nothing is
    <div className="text-size" role="group" aria-label="Text size" lang={site.language}>
      {SIZES.map((name, index) => (
        <button key={name} type="button" value={index + 1} aria-label={name} aria-pressed={index === 1}>
          A
        </button>
      ))}
    </div>
  )
}
