import {
  across,
  box,
  disc,
  down,
  glow,
  line,
  mix,
  oval,
  path,
  pick,
  placed,
  round,
  type Scene,
  shape,
  times,
  WIDTH,
} from './kit'
import { mist, sky, streaks } from './nature'
import { passerBy, person } from './people'
import { bulbs, house, houses } from './town'

/** An old street on market day: stalls with striped awnings, lights strung between the gables. */
export const marketStreet: Scene = (random) => {
  const stall = (x: number, base: number, scale: number, colour: string, goods: string[]) =>
    placed(
      x,
      base,
      scale,
      [
        oval(0, 4, 180, 14, '#2a2230', 'opacity=".4"'),
        line(-148, 0, -148, -250, '#5c4030', 10),
        line(148, 0, 148, -250, '#5c4030', 10),
        box(-140, -232, 280, 150, '#2e2632', 'opacity=".55"'),
        glow(0, -190, 120, '#ffdf9a', 0.85),
        person(-30, -20, 200, {
          coat: pick(random, ['#e8dcc4', '#6f8aa0', '#8a5a4a']),
          skin: pick(random, ['#e0ac82', '#9a6443']),
        }),
        box(-160, -90, 320, 92, down('#a9713f', '#6b4328')),
        times(7, (index) => line(-160 + index * 53, -90, -160 + index * 53, 0, '#4d2f1e', 3)),
        times(30, (index) =>
          disc(-146 + (index % 15) * 21, -94 - Math.floor(index / 15) * 16, 15, pick(random, goods)),
        ),
        times(8, (index) =>
          path(
            `M${-176 + index * 44} -292 h44 l${index < 4 ? -4 : 4} 60 q-22 26 -44 0Z`
              .replace('l-4', 'l0')
              .replace('l4', 'l0'),
            index % 2 ? '#fbf0da' : colour,
          ),
        ),
        shape('-176,-290 -130,-336 130,-336 176,-290', mix(colour, '#2a1d28', 0.25)),
      ].join(''),
    )
  return [
    sky('#36507c', '#8f86a4', '#f3b48c', '#fcdca8'),
    streaks(random, 90, 420, '#ffd9b4', 12, 0.5),
    glow(960, 600, 520, '#ffd9a0', 0.7),
    placed(
      960,
      760,
      1,
      shape('-60,0 -60,-420 0,-560 60,-420 60,0', across('#a98aa0', '#7c6c92')) +
        disc(0, -390, 26, '#ffe6b0') +
        line(0, -560, 0, -610, '#6c5f88', 5),
    ),
    houses(random, {
      base: 800,
      walls: ['#a58ba6', '#b59aa8', '#967f9f', '#c2a6a8'],
      roofs: ['#7a6a8c'],
      light: '#ffe0a0',
      least: 90,
      most: 190,
      wide: 76,
      from: 560,
      to: 1330,
    }),
    mist(770, 200, '#ffdcae', 0.6),
    times(5, (index) =>
      house(random, {
        x: 470 - index * 150 + index * index * -6,
        base: 850 + index * 26,
        width: 132 + index * 24,
        height: 300 + index * 72,
        wall: ['#c98a62', '#b4564a', '#e0bd86', '#7f8f95', '#a3483c'][index] as string,
        roof: ['#7a4a44', '#5a3540', '#8a5a44', '#3f4658', '#5c2f34'][index] as string,
        light: '#ffe09a',
        lit: 0.45,
      }),
    ),
    times(5, (index) =>
      house(random, {
        x: 1316 + index * 128 + index * index * 7,
        base: 850 + index * 26,
        width: 132 + index * 24,
        height: 310 + index * 70,
        wall: ['#8fa09a', '#dba873', '#8d4a52', '#efd6a6', '#55697c'][index] as string,
        roof: ['#4f5a62', '#8a5a44', '#4a2a38', '#9a6a4a', '#2f3c50'][index] as string,
        light: '#ffe09a',
        lit: 0.45,
      }),
    ),
    path(
      'M0 980 Q420 850 700 806 H1220 Q1500 850 1920 980 V1280 H0Z',
      down('#d9b494', '#8d7886', '#4b4560', '#2f2c44'),
    ),
    times(220, () => {
      const far = random() ** 1.2
      return oval(
        random(0, WIDTH),
        830 + far * 440,
        8 + far * 34,
        2 + far * 9,
        pick(random, ['#f9d7a6', '#3a3550', '#a58a92']),
        `opacity="${round(random(0.1, 0.34))}"`,
      )
    }),
    bulbs([300, 330], [1640, 320], 150, 26, '#fff0bc', 7),
    bulbs([-20, 210], [1940, 190], 230, 30, '#fff0bc', 9),
    bulbs([520, 470], [1400, 460], 90, 18, '#fff0bc', 5),
    times(14, () =>
      passerBy(random, random(640, 1280), random(850, 900), 110, ['#6d5a78', '#8a5560', '#4f5a78', '#b98a6a']),
    ),
    stall(560, 960, 0.62, '#3f7a72', ['#d9513c', '#e8b04a', '#7fa04c']),
    stall(1360, 960, 0.62, '#d9a03c', ['#e07a3c', '#c8c05a', '#a83c4c']),
    times(6, (index) =>
      passerBy(
        random,
        640 + index * 130,
        random(960, 1010),
        172,
        ['#7a3f48', '#2f4a63', '#d1a25a', '#5d6f5a'],
        '#2a2438',
      ),
    ),
    stall(330, 1130, 1, '#b8402f', ['#e24b3a', '#f0c14c', '#8fb054', '#efe6c8']),
    stall(1600, 1140, 1.02, '#23566b', ['#e98a3c', '#c23b34', '#7f9a48', '#f2d46a']),
    passerBy(random, 700, 1190, 270, ['#b8402f', '#2f4a63'], '#1f1c30'),
    passerBy(random, 1010, 1150, 240, ['#d9a441'], '#1f1c30'),
    passerBy(random, 1130, 1160, 250, ['#4f6a58'], '#1f1c30'),
    passerBy(random, 1260, 1230, 290, ['#5a3550'], '#1f1c30'),
  ]
}
