import { box, disc, down, glow, line, oval, path, pick, placed, round, type Scene, stroke, times, WIDTH } from './kit'
import { sky } from './nature'
import { passerBy, person } from './people'

const BUTTONS = ['#d94f3d', '#f2b33d', '#2f7f8f', '#7c4f9c', '#3f8a5a', '#f0e4c8', '#e88aa0', '#274a7c', '#b8763a']

/** A shop window at dusk, its shelves full of jars, each jar of buttons of one colour. */
export const buttonShop: Scene = (random) => {
  const button = (x: number, y: number, size: number, colour: string) =>
    disc(x, y, size, colour) +
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size * 0.72)}" fill="none" stroke="#00000033" stroke-width="${round(size * 0.14)}"/>` +
    times(4, (hole) =>
      disc(x + (hole % 2 ? 1 : -1) * size * 0.2, y + (hole > 1 ? 1 : -1) * size * 0.2, size * 0.11, '#2a1a16'),
    )
  const jar = (x: number, base: number, wide: number, tall: number) => {
    const colour = pick(random, BUTTONS)
    return (
      path(
        `M${round(x)} ${base} V${round(base - tall * 0.8)} Q${round(x)} ${round(base - tall)} ${round(x + wide * 0.2)} ${round(base - tall)} H${round(x + wide * 0.8)} Q${round(x + wide)} ${round(base - tall)} ${round(x + wide)} ${round(base - tall * 0.8)} V${base}Z`,
        '#fff4d855',
      ) +
      times(22, () =>
        button(
          x + random(0.16, 0.84) * wide,
          base - random(0.08, 0.66) * tall,
          wide * random(0.09, 0.14),
          random() > 0.86 ? pick(random, BUTTONS) : colour,
        ),
      ) +
      box(x + wide * 0.14, base - tall * 1.12, wide * 0.72, tall * 0.14, '#8a5a34', 'rx="6"') +
      line(x + wide * 0.16, base - tall * 0.78, x + wide * 0.16, base - tall * 0.2, '#ffffff', 4, 'opacity=".5"')
    )
  }
  const shelf = (base: number, from: number, to: number, wide: number, tall: number) =>
    times(Math.floor((to - from) / (wide + 12)), (index) =>
      jar(from + index * (wide + 12), base, wide, tall * random(0.86, 1.04)),
    ) + box(from - 20, base, to - from + 30, 14, down('#b07a46', '#6d4527'))
  return [
    sky('#25305c', '#4a4a7c', '#8a647f', '#d89878'),
    box(0, 0, WIDTH, 1050, down('#3b3f66', '#4d4468', '#3a3450')),
    times(16, (row) =>
      times(15, (index) =>
        box(
          index * 138 - (row % 2) * 66,
          row * 66 + 4,
          130,
          58,
          pick(random, ['#433f66', '#4b456c', '#3d3a60']),
          'rx="3"',
        ),
      ),
    ),
    box(300, 150, 1330, 900, '#1d5a52'),
    box(330, 320, 940, 650, down('#ffe8b4', '#ffcd80', '#e2984a')),
    glow(800, 560, 560, '#fff2c4', 0.75),
    shelf(470, 370, 1240, 86, 118),
    shelf(626, 370, 690, 92, 124),
    shelf(626, 960, 1240, 92, 124),
    shelf(782, 370, 690, 92, 124),
    shelf(782, 960, 1240, 92, 124),
    times(
      3,
      (index) =>
        line(480 + index * 320, 320, 480 + index * 320, 350, '#5c3a22', 4) +
        path(`M${452 + index * 320} 378 q28 -52 56 0Z`, '#1d5a52') +
        glow(480 + index * 320, 380, 110, '#fff6d0', 0.9),
    ),
    person(826, 1010, 480, { coat: '#7a2f4c', skin: '#c58a5f', hair: '#2c6f78', skirt: true, arms: 'down' }),
    path('M778 596 Q768 524 826 518 Q884 524 876 596 Q894 664 858 690 H796 Q760 664 778 596Z', '#2c6f78'),
    oval(826, 586, 31, 36, '#c58a5f'),
    disc(815, 584, 3.6, '#2a1a16') + disc(838, 584, 3.6, '#2a1a16'),
    stroke('M814 603 q12 9 25 0', '#8a4a3a', 4),
    box(330, 830, 940, 140, down('#8d5a34', '#54331f')),
    times(
      7,
      (index) =>
        box(350 + index * 132, 850, 114, 104, '#6f4529', 'rx="6"') + disc(407 + index * 132, 900, 7, '#e9c06a'),
    ),
    times(26, () => button(random(420, 1200), random(812, 828), random(7, 12), pick(random, BUTTONS))),
    path('M960 826 q30 -26 70 -20 l80 -4 q40 2 46 24Z', '#3d4a6a'),
    disc(1010, 815, 6, '#f0e4c8') + disc(1040, 814, 6, '#f0e4c8'),
    box(300, 972, 1000, 78, '#1d5a52'),
    stroke('M330 320 H1270 V970 H330Z', '#123f3a', 18),
    path('M360 330 L560 330 L400 960 L344 960 L344 420Z', '#ffffff', 'opacity=".1"'),
    box(280, 180, 1370, 120, down('#174a44', '#0f3631')),
    times(11, (index) => button(396 + index * 114, 240, 36, BUTTONS[index % BUTTONS.length] ?? '#d94f3d')),
    box(1310, 330, 280, 720, '#123f3a'),
    box(1344, 366, 212, 400, down('#ffe3a8', '#eea650')),
    box(1344, 806, 212, 210, '#0d302c'),
    disc(1538, 800, 12, '#e9c06a'),
    line(1450, 366, 1450, 400, '#5c3a22', 3),
    placed(1450, 436, 1, button(0, 0, 38, '#d94f3d')),
    box(0, 1044, WIDTH, 16, '#8f86a0'),
    path('M0 1060 H1920 V1280 H0Z', down('#5a4f72', '#352e4e', '#1f1a33')),
    path('M330 1060 H1270 L1500 1280 H120Z', down('#ffcf8099', '#ffcf8000')),
    path('M1344 1060 H1556 L1680 1280 H1400Z', down('#ffcf8088', '#ffcf8000')),
    times(70, () => {
      const far = random()
      return oval(
        random(0, WIDTH),
        1080 + far * 190,
        18 + far * 56,
        2 + far * 4,
        pick(random, ['#ffdca6', '#191430', '#b0a6c0']),
        `opacity="${round(random(0.12, 0.34))}"`,
      )
    }),
    passerBy(random, 130, 1200, 400, ['#2f5a6a', '#a8482f', '#d9a441'], '#15112a'),
    passerBy(random, 1770, 1220, 410, ['#8a3f55', '#3f6a4a', '#d9a441'], '#15112a'),
  ]
}
