/** The house's colour, in which links, kickers and buttons are drawn: one for light pages and one for dark ones. */
export type Accent = { light: string; dark: string }

type Mode = keyof Accent

/** The surfaces that text in it stands on (app/styles/tokens.css), and what is written on it. */
const SURFACES: Record<Mode, { name: string; colour: string }[]> = {
  light: [
    { name: 'the page', colour: '#ffffff' },
    { name: 'a panel', colour: '#f7f5f1' },
    { name: 'a sunken panel', colour: '#eeebe5' },
  ],
  dark: [
    { name: 'the page', colour: '#141311' },
    { name: 'a panel', colour: '#1d1b18' },
    { name: 'a sunken panel', colour: '#0d0c0b' },
  ],
}

/** What text needs to be read (WCAG 2.2, 1.4.3). */
export const ENOUGH = 4.5

/** The contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”). @param colours each `#rrggbb` */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Whether a text is a colour as a colour field sends it. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text)
}

/** Where a colour has the least contrast, if that is too little; null when it can be read everywhere. */
export function weakSpot(colour: string, mode: Mode): { surface: string; ratio: number } | null {
  const spots = [...SURFACES[mode], { name: 'its own wash', colour: washOf(colour, mode) }].map((spot) => ({
    surface: spot.name,
    ratio: contrast(colour, spot.colour),
  }))
  const weakest = spots.reduce((least, spot) => (spot.ratio < least.ratio ? spot : least))
  return weakest.ratio < ENOUGH ? weakest : null
}

/** The nearest colour of the same hue that can be read everywhere. */
export function readable(colour: string, mode: Mode): string {
  const end = mode === 'light' ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(colour, end, share)
    if (!weakSpot(candidate, mode)) return candidate
  }
  return end
}

/** A style sheet that draws the house's colour in the place of the one in tokens.css; empty without one. */
export function accentStyles(accent: Accent | null): string {
  if (!accent) return ''
  const pair = (make: (colour: string, mode: Mode) => string) =>
    `light-dark(${make(accent.light, 'light')},${make(accent.dark, 'dark')})`
  return `:root{--accent:${pair((colour) => colour)};--accent-hover:${pair(hoverOf)};--accent-wash:${pair(washOf)}}\n`
}

function hoverOf(colour: string, mode: Mode): string {
  return mix(colour, mode === 'light' ? '#000000' : '#ffffff', 0.3)
}

/** A breath of the colour on the page. */
function washOf(colour: string, mode: Mode): string {
  return mix(mode === 'light' ? '#ffffff' : '#141311', colour, mode === 'light' ? 0.1 : 0.16)
}

function mix(from: string, to: string, share: number): string {
  const [start, end] = [channels(from), channels(to)]
  const mixed = start.map((value, index) => Math.round(value + ((end[index] as number) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
