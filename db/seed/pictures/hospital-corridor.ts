import {
  across,
  blurred,
  box,
  disc,
  down,
  glow,
  oval,
  placed,
  round,
  type Scene,
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { person } from './people'

/** A long corridor with light at its end, and staff who walk into it. */
export const hospitalCorridor: Scene = (random) => {
  const end: [number, number] = [1010, 560]
  const at = (x: number, y: number, along: number) => deep(x, y, along, end).join(',')
  const band = (x: number, top: number, foot: number, from: number, to: number, fill: string, extra = '') =>
    shape(`${at(x, top, from)} ${at(x, top, to)} ${at(x, foot, to)} ${at(x, foot, from)}`, fill, extra)
  const near = (step: number) => 1 - 1 / (1 + step * 0.42)
  return [
    box(0, 0, WIDTH, 1280, '#dcebe6'),
    shape(`0,0 1920,0 ${at(1920, 0, 0.84)} ${at(0, 0, 0.84)}`, down('#b9d3cf', '#eef6ef')),
    shape(`0,0 0,1280 ${at(0, 1280, 0.84)} ${at(0, 0, 0.84)}`, across('#8fb8b5', '#cfe4dd', '#f2f6ea')),
    shape(`1920,0 1920,1280 ${at(1920, 1280, 0.84)} ${at(1920, 0, 0.84)}`, across('#f4f5e6', '#bcd8d3', '#7aa8a9')),
    shape(`0,1280 1920,1280 ${at(1920, 1280, 0.84)} ${at(0, 1280, 0.84)}`, down('#fdf4d4', '#c2dad2', '#5f9092')),
    times(
      7,
      (step) =>
        shape(
          `${at(620, 0, near(step))} ${at(1300, 0, near(step))} ${at(1300, 0, near(step + 0.5))} ${at(620, 0, near(step + 0.5))}`,
          '#ffffff',
        ) + glow(...deep(960, 0, near(step + 0.2), end), 260 * (1 - near(step)), '#ffffff', 0.55),
    ),
    times(6, (step) => {
      const [from, to] = [near(step + 0.25), near(step + 0.72)]
      return (
        band(0, 330, 1200, from, to, across('#2f7278', '#4b8c8e')) +
        band(0, 420, 640, from + (to - from) * 0.3, from + (to - from) * 0.7, '#f8f3d6', 'opacity=".85"')
      )
    }),
    times(6, (step) => {
      const [from, to] = [near(step + 0.1), near(step + 0.58)]
      return (
        band(1920, 330, 1200, from, to, across('#4b8c8e', '#256068')) +
        band(1920, 420, 640, from + (to - from) * 0.3, from + (to - from) * 0.7, '#f8f3d6', 'opacity=".75"')
      )
    }),
    band(0, 800, 850, 0, 0.84, across('#e89a5c', '#f3c08a')),
    band(1920, 800, 850, 0, 0.84, across('#f3c08a', '#d9844a')),
    band(0, 1210, 1280, 0, 0.84, '#38656a', 'opacity=".6"'),
    band(1920, 1210, 1280, 0, 0.84, '#38656a', 'opacity=".6"'),
    shape(
      `${at(0, 0, 0.84)} ${at(1920, 0, 0.84)} ${at(1920, 1280, 0.84)} ${at(0, 1280, 0.84)}`,
      down('#fffdf0', '#fff0c4'),
    ),
    box(950, 500, 120, 172, '#fffef6'),
    stroke('M1010 500 V672 M950 560 H1070', '#e6dcae', 4),
    glow(1010, 580, 540, '#fff3c8', 0.85),
    times(7, (step) =>
      shape(
        `${at(640, 1280, near(step))} ${at(1280, 1280, near(step))} ${at(1280, 1280, near(step + 0.4))} ${at(640, 1280, near(step + 0.4))}`,
        '#ffffff',
        'opacity=".34"',
      ),
    ),
    blurred(
      9,
      times(4, (index) =>
        oval(
          [980, 1064, 760, 1290][index] as number,
          [800, 770, 1110, 1020][index] as number,
          46 + index * 22,
          120 + index * 30,
          '#2f6670',
          'opacity=".22"',
        ),
      ),
    ),
    person(1064, 760, 188, { coat: '#9fc6c8', legs: '#7fb0b4', skin: '#9a6443', walks: 0.5 }),
    person(976, 790, 214, { coat: '#fbfaf2', legs: '#4a6d7a', walks: -0.6, skirt: true, hair: '#6d4a2c' }),
    placed(
      1290,
      1010,
      1.5,
      stroke('M-90 -6 V-70 H110 V-6', '#6d8a90', 7) +
        box(-104, -92, 226, 26, '#f7f4e8', 'rx="10"') +
        box(70, -112, 52, 26, '#ffffff', 'rx="10"') +
        box(-104, -96, 130, 20, '#6fb0ae', 'rx="8"') +
        stroke('M122 -70 V-130 M-104 -70 V-104', '#6d8a90', 6) +
        disc(-90, -4, 9, '#27444c') +
        disc(110, -4, 9, '#27444c'),
    ),
    person(760, 1090, 420, { coat: '#2f8288', legs: '#23666e', skin: '#c58a5f', hair: '#241a17', walks: 0.8 }),
    person(470, 1200, 500, {
      coat: '#f7f6ee',
      legs: '#35525e',
      skin: '#f2cfae',
      hair: '#8a5a34',
      walks: 0.5,
      skirt: true,
      carries: '#e0a05c',
    }),
    glow(1010, 590, 240, '#fffbe6', 0.6),
    times(30, () => disc(random(700, 1300), random(300, 1000), random(1, 3), '#ffffff', 'opacity=".5"')),
  ]
}

/** A point of a room, moved towards its far end. */
const deep = (x: number, y: number, along: number, [endX, endY]: [number, number]): [number, number] => [
  round(x + (endX - x) * along),
  round(y + (endY - y) * along),
]
