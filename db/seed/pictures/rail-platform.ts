import { across, around, box, disc, down, glow, line, path, round, type Scene, seen, shape, stroke, times } from './kit'
import { ridge, sky, streaks } from './nature'
import { person } from './people'
import { houses } from './town'

/** A platform in the evening, empty but for two people; rails that run into the light. */
export const railPlatform: Scene = (random) => {
  const [endX, endY] = [1170, 640]
  const to = (x: number, y: number, along: number): string =>
    `${round(x + (endX - x) * along)},${round(y + (endY - y) * along)}`
  return [
    sky('#2c4a6b', '#7c8fa5', '#f0b684', '#f9d9a2'),
    streaks(random, 180, 560, '#ffe0b8', 12, 0.5),
    glow(endX, endY - 10, 520, '#ffd08a', 0.9),
    ridge(random, { top: 640, rise: 60, fill: down('#6d7488', '#8c8286') }),
    houses(random, {
      base: 650,
      walls: ['#5b6278', '#6b6c80', '#4d566c'],
      roofs: ['#41495e'],
      light: '#ffd98f',
      least: 20,
      most: 60,
      wide: 52,
      from: 1240,
    }),
    shape(`0,1280 ${endX},${endY} 1920,${endY} 1920,1280`, down('#8a7f7c', '#4d4a50', '#2b2b33')),
    times(34, (_, along) => {
      const near = 1 - (1 - along) ** 2.6
      const [y, left, right] = [1290 - near * 642, 830 + near * 322, 1760 - near * 580]
      return shape(
        `${round(left)},${round(y)} ${round(right)},${round(y)} ${round(right + 14 * (1 - near))},${round(y + 30 * (1 - near))} ${round(left - 14 * (1 - near))},${round(y + 30 * (1 - near))}`,
        '#241f24',
        'opacity=".8"',
      )
    }),
    shape(`930,1280 968,1280 ${to(949, 1280, 0.995)}`, across('#ffe7bd', '#9a8a80')),
    shape(`1580,1280 1626,1280 ${to(1600, 1280, 0.995)}`, across('#ffe7bd', '#9a8a80')),
    shape(
      `0,900 0,1280 720,1280 ${to(720, 1280, 0.985)} ${to(0, 900, 0.985)}`,
      across('#9c8b80', '#cdb69b', '#e5c79d'),
    ),
    times(12, (index) => line(-60 + index * 62, 1280, endX - 6, endY + 6, '#7a6a64', 2, 'opacity=".4"')),
    times(11, (_, along) => {
      const near = 1 - (1 - along) ** 2.4
      return line(
        0 + near * endX,
        900 - near * 260 + (1 - near) * 380,
        720 - 720 * near + near * endX,
        1280 - near * 640,
        '#7a6a64',
        2,
        'opacity=".22"',
      )
    }),
    shape(`650,1280 720,1280 ${to(720, 1280, 0.985)} ${to(650, 1280, 0.985)}`, '#ffe9b0'),
    shape(`720,1280 772,1280 ${to(760, 1280, 0.985)} ${to(720, 1280, 0.985)}`, '#3b3438'),
    shape(`0,0 1240,0 ${to(1240, 0, 0.94)} ${to(0, 470, 0.97)} 0,470`, across('#131b28', '#26344a', '#4a5668')),
    times(15, (_, along) => {
      const near = 1 - (1 - along) ** 2.2
      return stroke(
        `M${to(0, 470, near * 0.96).replace(',', ' ')} L${to(1240, 0, near * 0.96).replace(',', ' ')}`,
        '#0d131d',
        15 * (1 - near) + 2,
        'opacity=".75"',
      )
    }),
    shape(`1240,0 1272,0 ${to(1272, 0, 0.94)} ${to(1240, 0, 0.94)}`, down('#5c5a66', '#f5c98c')),
    times(6, (index) => {
      const near = 1 - 1 / (1 + index * 0.62)
      const [x, foot, top] = [330 + (endX - 330) * near, 1110 + (endY - 1110) * near, 330 + (endY - 330) * near]
      const wide = 34 * (1 - near)
      return (
        box(x - wide / 2, top, wide, foot - top, across('#0f1722', '#3d4c60')) +
        box(x - wide, foot - wide * 0.6, wide * 2, wide * 0.6, '#0f1722') +
        stroke(
          `M${round(x)} ${round(top + wide * 4)} Q${round(x + wide * 1.2)} ${round(top + wide)} ${round(x + wide * 5)} ${round(top - wide * 0.6)}`,
          '#0f1722',
          wide * 0.45,
        ) +
        glow(x + wide * 2.4, top + wide * 2, wide * 5, '#ffdf9f', 0.75)
      )
    }),
    line(520, 150, 520, 330, '#0d131d', 12),
    disc(520, 440, 122, '#0d131d'),
    disc(520, 440, 106, around('#fffaf0', '#f6ead2')),
    glow(520, 440, 170, '#fff0cc', 0.5),
    times(12, (index) => {
      const angle = (index * Math.PI) / 6
      return line(
        520 + Math.sin(angle) * 84,
        440 - Math.cos(angle) * 84,
        520 + Math.sin(angle) * 96,
        440 - Math.cos(angle) * 96,
        '#1b2430',
        index % 3 ? 5 : 9,
      )
    }),
    line(520, 440, 482, 396, '#1b2430', 10),
    line(520, 440, 520, 362, '#1b2430', 7),
    disc(520, 440, 8, '#c4402f'),
    seen(
      0.45,
      path('M300 1196 L40 1262 L90 1270 L330 1200Z', '#3b3038'),
      path('M740 962 L640 990 L660 994 L752 966Z', '#3b3038'),
    ),
    person(320, 1200, 350, {
      coat: '#24384f',
      legs: '#151b27',
      hair: '#1c1716',
      carries: '#b04a34',
      skin: '#c58a5f',
      hat: '#24384f',
    }),
    person(748, 964, 178, { coat: '#b1523c', legs: '#2a2430', skirt: true, hair: '#4a2f1e' }),
    disc(endX + 16, endY - 8, 7, '#fffbe8'),
    disc(endX + 34, endY - 8, 7, '#fffbe8'),
    glow(endX + 25, endY - 8, 60, '#fff6d8', 1),
  ]
}
