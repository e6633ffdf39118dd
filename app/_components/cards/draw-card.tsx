import { ImageResponse } from 'next/og'
import sharp from 'sharp'
import type { CardFace } from '@/lib/cards/card-face'
import { latinFonts } from '@/lib/cards/card-fonts'
import {
  CARD_SIZE,
  CARD_EDGE as EDGE,
  headlineSize,
  CARD_PICTURE as PICTURE,
  widthOfWords,
} from '@/lib/cards/card-layout'
import { cardPicture } from '@/lib/cards/card-picture'
import { CardImage, Line } from './line'

const INK = '#171512'
const QUIET = '#4f4a43'
const MOODS = { news: '#0f4c5c', opinion: '#8a4a00', live: '#b3161b' }

/** How much of a card its picture takes, in pixels, where it is all there is. */
const BAND = { width: CARD_SIZE.width, height: 500 }

/**
 * Draws the card that stands beside a shared link, as JPEG: a photograph in it would be ten times as large as PNG.
 *
 * A headline for which neither the paper nor this machine has letters is left out, and the picture takes the card.
 */
export async function drawCard(face: CardFace): Promise<Buffer> {
  const picture = face.image && (await cardPicture(face.image, PICTURE))
  const room = widthOfWords(picture !== null)
  const size = headlineSize(face.headline, picture !== null)
  const headline = await Line({ text: face.headline, voice: 'head', size, colour: INK, width: room, lines: 4 })
  const whole = headline === null && face.image ? await cardPicture(face.image, BAND) : null
  const layout = whole ? await band(face, whole) : await columns(face, headline, picture, room)
  const drawn = new ImageResponse(layout, { ...CARD_SIZE, fonts: await latinFonts() })
  return sharp(Buffer.from(await drawn.arrayBuffer()))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86, mozjpeg: true })
    .toBuffer()
}

type Drawn = Awaited<ReturnType<typeof Line>>

async function columns(face: CardFace, headline: Drawn, picture: string | null, room: number) {
  const { kicker, mood, foot, direction, site } = face
  const isMirrored = direction === 'rtl'
  const alignItems = isMirrored ? 'flex-end' : 'flex-start'
  return (
    <div
      style={{
        ...{ display: 'flex', width: '100%', height: '100%', background: '#ffffff' },
        flexDirection: isMirrored ? 'row-reverse' : 'row',
      }}
    >
      <div
        style={{
          ...{ display: 'flex', flexDirection: 'column', flexGrow: 1, alignItems },
          ...{ padding: `48px ${EDGE}px`, justifyContent: 'space-between' },
        }}
      >
        <div style={{ display: 'flex', width: '100%', flexDirection: 'column', alignItems }}>
          {await Line({ text: site, voice: 'head', size: 34, colour: INK, width: room, lines: 1 })}
          <div style={{ display: 'flex', width: '100%', height: 3, marginTop: 18, background: INK }} />
        </div>
        <div style={{ display: 'flex', flexDirection: 'column', alignItems, width: room }}>
          {await Line({ text: kicker, voice: 'plain', size: 28, colour: MOODS[mood], width: room, lines: 1 })}
          <div style={{ display: 'flex', height: 14 }} />
          {headline}
        </div>
        <div style={{ display: 'flex', minHeight: 30 }}>
          {await Line({ text: foot, voice: 'plain', size: 24, colour: QUIET, width: room, lines: 1 })}
        </div>
      </div>
      {picture && <CardImage address={picture} {...PICTURE} />}
    </div>
  )
}

async function band({ site, foot }: CardFace, picture: string) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width: '100%', height: '100%', background: '#ffffff' }}>
      <CardImage address={picture} {...BAND} />
      <div
        style={{
          ...{ display: 'flex', flexGrow: 1, alignItems: 'center', justifyContent: 'space-between' },
          padding: `0 ${EDGE}px`,
        }}
      >
        {await Line({ text: site, voice: 'head', size: 44, colour: INK, width: 700, lines: 1 })}
        {await Line({ text: foot, voice: 'plain', size: 24, colour: QUIET, width: 380, lines: 1 })}
      </div>
    </div>
  )
}
