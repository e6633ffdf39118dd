import {
  across,
  blurred,
  box,
  chance,
  disc,
  down,
  finished,
  mix,
  oval,
  path,
  pick,
  round,
  seen,
  stroke,
  times,
} from './kit'

const SIDE = 800
const SKINS = ['#f6d7b8', '#eac09a', '#d9a577', '#bd8155', '#93603d', '#6f452e', '#543323']
const HAIRS = ['#1b1413', '#35211a', '#5c3a24', '#8d5c33', '#c39a5f', '#9c3f26', '#8e8b88', '#dcd7cf']
const CLOTHES = ['#0f4c5c', '#7a2f26', '#3d5f43', '#4a3f63', '#a8742a', '#2b3a4f', '#8a3f55', '#5d6b6e']
const GROUNDS = [
  ['#dfe9e2', '#a9c4bf'],
  ['#f3e2c4', '#d9ae7e'],
  ['#e3dcec', '#a99bc0'],
  ['#f2d7c8', '#cf9583'],
  ['#dde8cf', '#9db583'],
  ['#d8e4ee', '#8fabc4'],
  ['#f4e9d2', '#c9b084'],
]
const STYLES = ['short', 'bob', 'long', 'curls', 'bun', 'bald', 'swept', 'scarf'] as const

type Look = { skin: string; hair: string; style: (typeof STYLES)[number]; beard: boolean; glasses: boolean }

/** The demo newsroom's own people, who ought to look like themselves. */
const SITTERS: Record<string, Partial<Look>> = {
  'priya-natarajan': { skin: '#bd8155', hair: '#1b1413', style: 'long', glasses: true },
  'owen-hale': { skin: '#f6d7b8', hair: '#8e8b88', style: 'swept', beard: true, glasses: false },
  'tom-adeyemi': { skin: '#6f452e', hair: '#1b1413', style: 'bald', beard: true, glasses: true },
  'lena-ortiz': { skin: '#d9a577', hair: '#35211a', style: 'curls', glasses: false },
  'ana-ruiz': { skin: '#eac09a', hair: '#5c3a24', style: 'bun', glasses: false },
  'idris-falk': { skin: '#93603d', hair: '#1b1413', style: 'short', beard: false, glasses: false },
  'marta-lind': { skin: '#f6d7b8', hair: '#dcd7cf', style: 'bob', glasses: true },
  'sam-okoro': { skin: '#543323', hair: '#1b1413', style: 'short', beard: true, glasses: false },
}

/** A portrait for an author, 800 × 800, which their handle decides. */
export function drawPortrait(handle: string): string {
  const random = chance(`portrait of ${handle}`)
  for (let turn = 0; turn < 8; turn += 1) random()
  const [chosen, locks] = [pick(random, SKINS), pick(random, HAIRS)]
  const [clothes, accent] = [pick(random, CLOTHES), pick(random, CLOTHES)]
  const [light, dark] = pick(random, GROUNDS) as [string, string]
  const cut = pick(random, STYLES)
  const [mayGrow, maySquint] = [random() > 0.45, random() > 0.62]
  const { skin = chosen, hair = locks, style = cut, beard = mayGrow, glasses = maySquint } = SITTERS[handle] ?? {}
  const bearded = beard && (style === 'short' || style === 'bald' || style === 'swept')
  const width = random(112, 126)
  const shade = mix(skin, '#3a1420', 0.3)
  return finished(
    [
      box(0, 0, SIDE, SIDE, down(light, dark)),
      seen(
        0.5,
        disc(random(160, 640), random(180, 420), random(210, 300), mix(light, '#ffffff', 0.45)),
        path(
          `M0 ${round(random(470, 600))} Q400 ${round(random(380, 560))} 800 ${round(random(480, 640))} V800 H0Z`,
          mix(dark, accent, 0.35),
        ),
      ),
      behind(style, hair, accent),
      path(
        'M60 800 Q84 640 246 596 Q330 574 346 540 H454 Q470 574 554 596 Q716 640 740 800Z',
        across(clothes, clothes, mix(clothes, '#10131c', 0.45)),
      ),
      collar(pick(random, ['shirt', 'roll', 'coat'] as const), clothes, accent),
      path('M346 470 H454 V556 Q454 606 400 612 Q346 606 346 556Z', down(shade, mix(skin, shade, 0.4))),
      oval(400 - width, 402, 22, 34, mix(skin, shade, 0.4)),
      oval(400 + width, 402, 22, 34, shade),
      path(
        `M${400 - width} 370 Q${400 - width} 226 400 222 Q${400 + width} 226 ${400 + width} 370 Q${round(400 + width * 0.98)} 470 458 520 Q400 562 342 520 Q${round(400 - width * 0.98)} 470 ${400 - width} 370Z`,
        skin,
      ),
      path(
        `M416 222 Q${400 + width} 230 ${400 + width} 370 Q${round(400 + width * 0.98)} 470 458 520 Q430 542 402 544 Q470 470 462 360 Q460 270 416 222Z`,
        shade,
        'opacity=".26"',
      ),
      bearded
        ? path(
            `M${400 - width} 400 Q${round(400 - width)} 490 344 528 Q400 580 456 528 Q${400 + width} 490 ${400 + width} 400 Q${round(400 + width * 0.78)} 452 446 450 Q400 436 354 450 Q${round(400 - width * 0.78)} 452 ${400 - width} 400Z`,
            hair,
          )
        : '',
      seen(0.4, blurred(12, oval(336, 440, 30, 20, '#d9604a'), oval(464, 440, 30, 20, '#d9604a'))),
      times(2, (side) => {
        const x = side ? 450 : 350
        return (
          stroke(`M${x - 32} ${round(356 + random(-3, 3))} q30 -18 62 ${side ? 5 : -3}`, mix(hair, '#1b1413', 0.5), 9) +
          path(`M${x - 25} 392 Q${x} 372 ${x + 25} 392 Q${x} 406 ${x - 25} 392Z`, '#fbf6ec') +
          disc(x, 390, 11.5, '#2a1b18') +
          disc(x - 4, 386, 3.4, '#ffffff') +
          stroke(`M${x - 27} 392 Q${x} 368 ${x + 27} 391`, '#2a1712', 5)
        )
      }),
      stroke('M404 392 Q420 436 418 446 Q404 458 388 450', shade, 7, 'opacity=".75"'),
      mouth(random(0, 1), mix(skin, '#a82f3a', 0.55)),
      front(style, hair, accent, width),
      glasses
        ? `<g fill="#ffffff22" stroke="${mix(accent, '#14141a', 0.6)}" stroke-width="8">${random() > 0.5 ? '<circle cx="348" cy="392" r="42"/><circle cx="452" cy="392" r="42"/>' : '<rect x="302" y="360" width="90" height="66" rx="20"/><rect x="408" y="360" width="90" height="66" rx="20"/>'}<path d="M391 386 q9 -8 18 0 M306 384 l-26 -8 M494 384 l26 -8"/></g>`
        : '',
      !glasses && !bearded && random() > 0.5
        ? disc(400 - width, 446, 9, '#e3b961') + disc(400 + width, 446, 9, '#b98f3c')
        : '',
    ],
    SIDE,
    SIDE,
    0.16,
  )
}

type Style = (typeof STYLES)[number]

function behind(style: Style, hair: string, accent: string): string {
  const dark = mix(hair, '#0d0a0c', 0.3)
  if (style === 'long')
    return path(
      'M262 380 Q240 190 400 184 Q560 190 538 380 Q560 560 604 690 Q500 740 400 730 Q300 740 196 690 Q240 560 262 380Z',
      dark,
    )
  if (style === 'bob')
    return path(
      'M252 400 Q226 190 400 182 Q574 190 548 400 Q570 500 552 556 Q480 590 400 580 Q320 590 248 556 Q230 500 252 400Z',
      dark,
    )
  if (style === 'bun') return disc(400, 166, 66, hair) + path('M270 380 Q250 196 400 190 Q550 196 530 380Z', dark)
  if (style === 'curls')
    return times(19, (_, along) => {
      const angle = Math.PI * (0.86 + along * 1.28)
      return disc(400 + Math.cos(angle) * 150, 350 + Math.sin(angle) * 148, 62, dark)
    })
  if (style === 'scarf')
    return path(
      'M246 400 Q224 178 400 172 Q576 178 554 400 Q572 560 600 640 Q500 690 400 684 Q300 690 200 640 Q228 560 246 400Z',
      mix(accent, '#10131c', 0.3),
    )
  return ''
}

function front(style: Style, hair: string, accent: string, width: number): string {
  const [left, right] = [round(400 - width - 6), round(400 + width + 6)]
  const sheen = stroke('M330 248 Q380 216 440 226', mix(hair, '#ffffff', 0.35), 7, 'opacity=".5"')
  if (style === 'bald') return stroke('M352 262 Q384 244 416 250', '#ffffff', 9, 'opacity=".35"')
  if (style === 'short')
    return (
      path(
        `M${left} 366 Q${left - 14} 196 400 186 Q${right + 14} 196 ${right} 366 Q${right - 12} 300 ${right - 40} 276 Q400 250 ${left + 40} 276 Q${left + 12} 300 ${left} 366Z`,
        hair,
      ) + sheen
    )
  if (style === 'swept')
    return (
      path(
        `M${left} 360 Q${left - 20} 176 420 170 Q${right + 24} 186 ${right} 366 Q${right - 8} 300 ${right - 36} 282 Q${left + 90} 300 ${left + 36} 246 Q${left + 8} 290 ${left} 360Z`,
        hair,
      ) + sheen
    )
  if (style === 'curls')
    return (
      times(11, (_, along) =>
        disc(left + 4 + along * (right - left - 8), 292 - Math.sin(along * Math.PI) * 74, 46, hair),
      ) +
      times(6, (_, along) =>
        stroke(
          `M${round(300 + along * 180)} ${round(240 - Math.sin(along * Math.PI) * 46)} q14 -16 28 0`,
          mix(hair, '#ffffff', 0.28),
          5,
          'opacity=".6"',
        ),
      )
    )
  if (style === 'bun')
    return (
      path(
        `M${left} 366 Q${left - 8} 192 400 188 Q${right + 8} 192 ${right} 366 Q${right - 20} 276 400 252 Q${left + 20} 276 ${left} 366Z`,
        hair,
      ) + sheen
    )
  if (style === 'scarf')
    return (
      path(
        `M${left - 8} 420 Q${left - 20} 188 400 180 Q${right + 20} 188 ${right + 8} 420 Q${right - 4} 286 400 252 Q${left + 4} 286 ${left - 8} 420Z`,
        accent,
      ) +
      path(
        `M${left - 8} 420 Q${left + 6} 520 350 560 Q400 590 450 560 Q${right - 6} 520 ${right + 8} 420 Q${right + 30} 560 520 640 Q400 700 280 640 Q${left - 30} 560 ${left - 8} 420Z`,
        accent,
      ) +
      stroke('M310 610 Q400 660 500 596 M290 250 Q400 200 500 244', mix(accent, '#ffffff', 0.3), 6, 'opacity=".5"')
    )
  return (
    path(
      `M${left - 6} 420 Q${left - 22} 190 400 184 Q${right + 22} 190 ${right + 6} 420 Q${right - 4} 320 ${right - 44} 286 Q470 262 440 240 Q380 292 ${left + 26} 300 Q${left + 2} 340 ${left - 6} 420Z`,
      hair,
    ) + sheen
  )
}

function collar(kind: 'shirt' | 'roll' | 'coat', clothes: string, accent: string): string {
  if (kind === 'roll')
    return (
      path('M326 566 Q400 620 474 566 L484 610 Q400 668 316 610Z', mix(clothes, '#ffffff', 0.16)) +
      stroke('M326 590 Q400 642 474 590', mix(clothes, '#000000', 0.3), 5, 'opacity=".5"')
    )
  if (kind === 'shirt')
    return (
      path('M330 566 L400 690 L470 566 L500 590 L436 760 H364 L300 590Z', '#f6efe0') +
      path('M330 566 L400 690 L350 726 L294 592Z M470 566 L400 690 L450 726 L506 592Z', '#fffaf0') +
      path('M386 684 h28 l10 116 h-48Z', accent)
    )
  return (
    path('M322 572 L400 740 L478 572 L440 800 H360Z', mix(accent, '#ffffff', 0.55)) +
    path(
      'M322 568 L272 600 L300 700 L376 800 H400 V760Z M478 568 L528 600 L500 700 L424 800 H400 V760Z',
      mix(clothes, '#000000', 0.2),
    )
  )
}

function mouth(mood: number, colour: string): string {
  if (mood > 0.55)
    return (
      path('M352 482 Q400 498 448 482 Q436 522 400 524 Q364 522 352 482Z', mix(colour, '#3a0f14', 0.35)) +
      path('M362 487 Q400 500 438 487 Q430 500 400 503 Q370 500 362 487Z', '#fffaf2')
    )
  return stroke(`M354 486 Q400 ${round(506 + mood * 14)} 446 486`, colour, 10)
}
