import { box, type Chance, disc, oval, path, pick, placed, round, stroke } from './kit'

/** People, drawn 100 high with their feet at 0,0 and then placed. */

export type Person = {
  coat: string
  legs?: string
  skin?: string
  hair?: string
  /** Striding, −1 to the left … 1 to the right; standing when absent. */
  walks?: number
  carries?: string
  hat?: string
  skirt?: boolean
  /** Both arms: down, raised, or held out in front. */
  arms?: 'down' | 'up' | 'out'
  shadow?: string
}

export const SKINS = ['#f2cfae', '#e0ac82', '#c58a5f', '#9a6443', '#744a32', '#553524']

export function person(x: number, base: number, height: number, look: Person): string {
  const {
    coat,
    legs = '#1d2430',
    skin = '#e0ac82',
    hair = '#2a1c16',
    walks = 0,
    carries,
    hat,
    skirt,
    arms = 'down',
    shadow,
  } = look
  const stride = Math.abs(walks) * 11
  const parts = [
    shadow ? oval(8, 0, 24, 3.5, shadow, 'opacity=".5"') : '',
    stroke(`M-4 -46 L${-4 - stride} -1 M4 -46 L${4 + stride} ${stride > 6 ? -3 : -1}`, legs, 7.5),
    arms === 'up' ? stroke('M-10 -76 Q-20 -88 -17 -102 M10 -76 Q20 -88 17 -102', coat, 6) : '',
    arms === 'out' ? stroke('M8 -76 Q18 -66 30 -70', coat, 6) : '',
    arms === 'down'
      ? stroke(`M-10 -76 Q-17 -62 ${-14 - stride * 0.7} -48 M10 -76 Q17 -62 ${14 + stride * 0.7} -48`, coat, 6)
      : '',
    path(
      skirt
        ? 'M-11 -78 Q0 -87 11 -78 L10 -58 L17 -28 L-17 -28 L-10 -58Z'
        : 'M-12 -78 Q0 -87 12 -78 L12 -42 Q0 -37 -12 -42Z',
      coat,
    ),
    path('M3 -83 Q13 -82 12 -70 L12 -42 Q8 -40 4 -39Z', '#00000022'),
    box(-3, -87, 6, 7, skin),
    disc(0, -92.5, 7.2, skin),
    hat
      ? path('M-10 -95 H10 Q8 -98 7 -98 Q6 -105 0 -105 Q-6 -105 -7 -98Z', hat)
      : path('M-7.6 -91 Q-9 -101 0 -101 Q9 -101 7.6 -91 Q5 -97 0 -96.5 Q-5 -97 -7.6 -91Z', hair),
    carries ? box(12 + stride * 0.6, -47, 15, 12, carries, 'rx="2"') : '',
  ]
  return placed(x, base, height / 105, parts.join(''), walks < 0 ? -1 : 1)
}

/** A person all in one colour, as one sees them against the light. */
export function silhouette(x: number, base: number, height: number, fill: string, more: Partial<Person> = {}): string {
  return person(x, base, height, { coat: fill, legs: fill, skin: fill, hair: fill, ...more })
}

/** Whoever happens to come by. */
export function passerBy(
  random: Chance,
  x: number,
  base: number,
  height: number,
  coats: string[],
  shadow?: string,
): string {
  return person(x, base, height * random(0.92, 1.06), {
    coat: pick(random, coats),
    legs: pick(random, ['#1c2330', '#2b2a33', '#3a2d2a']),
    skin: pick(random, SKINS),
    hair: pick(random, ['#241a17', '#4a2f1e', '#8a6a45', '#6b6a6a', '#17151a']),
    walks: round(random(-1, 1)),
    skirt: random() > 0.6,
    hat: random() > 0.75 ? pick(random, coats) : undefined,
    carries: random() > 0.75 ? pick(random, coats) : undefined,
    shadow,
  })
}

/** Head and shoulders from behind, as the front row of a crowd. */
export function onlooker(x: number, base: number, size: number, fill: string, hair = fill): string {
  return (
    path(
      `M${round(x - size)} ${round(base)} Q${round(x - size * 0.95)} ${round(base - size * 0.75)} ${round(x - size * 0.3)} ${round(base - size * 0.9)} L${round(x + size * 0.3)} ${round(base - size * 0.9)} Q${round(x + size * 0.95)} ${round(base - size * 0.75)} ${round(x + size)} ${round(base)}Z`,
      fill,
    ) + oval(x, base - size * 1.25, size * 0.42, size * 0.52, hair)
  )
}
