import { box, chance, disc, shape, svg, wash } from './kit'
import { SCENES } from './scenes'

export const PICTURE_NAMES = Object.keys(SCENES)

/**
 * One of the demo newsroom's pictures, as SVG of 1920 × 1280.
 *
 * @throws when there is no picture of that name
 */
export function drawPicture(name: string): string {
  const scene = SCENES[name]
  if (!scene) throw new Error(`There is no picture “${name}” to draw; there are ${PICTURE_NAMES.join(', ')}.`)
  return svg(scene(chance(name)))
}

const SKIN = ['#f0cda8', '#e3b58f', '#c98f66', '#a06a45', '#7d4f33', '#5f3a26']
const HAIR = ['#1a1412', '#3b2418', '#6d4a2c', '#a8763e', '#8c8a86', '#4a2320']
const CLOTHES = ['#0f4c5c', '#7a2f26', '#3d5f43', '#4a3f63', '#8a6a1f', '#2b3a4f']
const BACKGROUND = ['#cfdedb', '#ead9bd', '#d6cfe0', '#e4c8b8', '#c4d3bf', '#d9d6cb']

/** A portrait for an author, 800 × 800, which their handle decides. */
export function drawPortrait(handle: string): string {
  const random = chance(`portrait of ${handle}`)
  const pick = (colours: string[]) => colours[Math.floor(random(0, colours.length))] ?? '#888'
  const [skin, hair, clothes, background] = [pick(SKIN), pick(HAIR), pick(CLOTHES), pick(BACKGROUND)]
  const isLong = random() > 0.5
  const wears = random()
  return svg(
    [
      wash([background, '#f4efe3'], { width: 800, height: 800 }),
      isLong ? `<path d="M215 700 Q190 210 400 190 Q610 210 585 700 Z" fill="${hair}"/>` : '',
      `<path d="M90 800 Q120 590 330 570 L470 570 Q680 590 710 800 Z" fill="${clothes}"/>`,
      shape(
        [
          [330, 570],
          [400, 690],
          [470, 570],
          [450, 540],
          [350, 540],
        ],
        '#f4efe3',
      ),
      box(345, 470, 110, 120, skin, 'rx="40"'),
      `<ellipse cx="400" cy="390" rx="130" ry="160" fill="${skin}"/>`,
      `<path d="M262 400 Q240 200 400 205 Q560 200 538 400 Q520 ${isLong ? 300 : 280} 440 ${isLong ? 290 : 270} Q330 300 262 400 Z" fill="${hair}"/>`,
      disc(350, 395, 11, '#2a1f1a'),
      disc(450, 395, 11, '#2a1f1a'),
      `<path d="M352 468 Q400 ${random(490, 515).toFixed(0)} 448 468" fill="none" stroke="#7a3b30" stroke-width="10" stroke-linecap="round"/>`,
      `<path d="M400 400 Q412 430 396 440" fill="none" stroke="#00000033" stroke-width="8" stroke-linecap="round"/>`,
      wears > 0.6
        ? '<g fill="none" stroke="#2b2b2b" stroke-width="8"><circle cx="350" cy="395" r="40"/><circle cx="450" cy="395" r="40"/><path d="M390 392h20"/></g>'
        : '',
      wears < 0.2 && !isLong
        ? `<path d="M280 440 Q300 570 400 575 Q500 570 520 440 Q480 510 400 505 Q320 510 280 440 Z" fill="${hair}" opacity=".9"/>`
        : '',
    ],
    800,
    800,
  )
}
