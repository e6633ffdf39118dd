import { across, disc, down, oval, path, pick, placed, round, type Scene, shape, stroke, times, WIDTH } from './kit'
import { cloud, gulls, ridge, sky, sun, water } from './nature'
import { tufts } from './trees'

/** Turbines on green hills above the sea, on a bright day. */
export const windTurbines: Scene = (random) => {
  const turbine = (x: number, foot: number, high: number, turn: number) =>
    [
      path(
        `M${x - high * 0.017} ${foot} L${x - high * 0.007} ${foot - high} h${high * 0.014} L${x + high * 0.017} ${foot}Z`,
        across('#ffffff', '#b9cad0'),
      ),
      `<g transform="translate(${x} ${round(foot - high)}) rotate(${round(turn)})">${times(3, (index) => `<g transform="rotate(${index * 120})">${path(`M${round(-high * 0.012)} 0 Q${round(-high * 0.034)} ${round(-high * 0.12)} 0 ${round(-high * 0.54)} Q${round(high * 0.016)} ${round(-high * 0.2)} ${round(high * 0.012)} 0Z`, across('#ffffff', '#d3dfe2'))}</g>`)}${disc(0, 0, high * 0.021, '#f4f8f8')}</g>`,
    ].join('')
  return [
    sky('#5fa5c4', '#a9d3da', '#e8f0dc', '#fbeec8'),
    cloud(random, 420, 330, 560, '#ffffff', '#d3e3e4'),
    cloud(random, 1560, 260, 460, '#ffffff', '#d8e6e6'),
    cloud(random, 980, 460, 300, '#ffffff', '#e4ecdf'),
    sun(1230, 300, 58, '#fffdf0', '#fff6cc'),
    ridge(random, { top: 650, rise: 50, fill: '#8db7bf', bottom: 672 }),
    water(random, {
      top: 660,
      bottom: 960,
      fill: down('#a5d0d2', '#4f98ac', '#2c7490'),
      light: '#f5fbf2',
      shine: { x: 1230, colour: '#fffbe0', wide: 90 },
    }),
    times(3, (index) =>
      shape(
        `${260 + index * 330},${690 + index * 8} ${282 + index * 330},${660 + index * 8} ${286 + index * 330},${690 + index * 8}`,
        '#fffaf0',
      ),
    ),
    turbine(1010, 800, 330, 12),
    ridge(random, { top: 850, rise: 90, fill: down('#a3c274', '#7fac5c') }),
    turbine(640, 850, 460, 48),
    turbine(1400, 830, 400, 84),
    ridge(random, { top: 950, rise: 120, fill: down('#86b35a', '#5c9348') }),
    turbine(240, 960, 640, 20),
    turbine(1720, 970, 700, 62),
    path('M0 1010 Q420 900 900 1020 T1920 1000 V1280 H0Z', down('#6ba04c', '#3b7440', '#24552f')),
    turbine(1180, 1090, 880, 96),
    oval(1260, 1094, 150, 12, '#1f4a2b', 'opacity=".5"'),
    path('M560 1280 Q760 1120 1170 1096 Q860 1150 800 1280Z', '#e0cf9c', 'opacity=".85"'),
    times(15, (index) =>
      placed(
        150 + index * 42 + random(-30, 30),
        1100 + random(-20, 90),
        0.9,
        oval(0, -16, 24, 15, '#f8f4e6') + disc(23, -22, 8, '#3a3630') + stroke('M-10 -4 V6 M10 -4 V6', '#3a3630', 4),
        random() > 0.5 ? 1 : -1,
      ),
    ),
    tufts(random, 1090, 1280, ['#8fbd5c', '#2f6638', '#aacb6c'], 520),
    times(120, () =>
      disc(random(0, WIDTH), random(1150, 1275), random(2.5, 6), pick(random, ['#ffffff', '#f6d25c', '#e98b6a'])),
    ),
    gulls(random, 520, 520, 240, 9, '#ffffff'),
  ]
}
