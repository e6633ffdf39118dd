import { familiesOf, isLatin, type Voice } from '@/lib/cards/card-fonts'
import { setText } from '@/lib/cards/set-text'

type LineProps = { text: string; voice: Voice; size: number; colour: string; width: number; lines: number }

/**
 * Text on a card. The drawing library sets Latin letters one after the other; every other script is set by a shaper and
 * comes as a picture. Null where there is nothing to say, or no letters to say it with.
 */
export async function Line({ text, voice, size, colour, width, lines }: LineProps) {
  if (text === '') return null
  if (isLatin(text)) {
    return (
      <div
        style={{
          ...{ display: 'block', lineClamp: lines, maxWidth: width, fontFamily: familiesOf(voice).join(', ') },
          ...{ fontSize: size, fontWeight: 600, color: colour },
          ...(voice === 'head' ? { lineHeight: 1.1, letterSpacing: '-0.01em' } : { lineHeight: 1.3 }),
        }}
      >
        {text}
      </div>
    )
  }
  const set = await setText(text, { voice, size, colour, width, lines })
  return set && <CardImage address={set.address} width={set.width} height={set.height} />
}

/** A picture on a card: drawn here and now, and never loaded by anybody. */
export function CardImage({ address, width, height }: { address: string; width: number; height: number }) {
  // biome-ignore lint/performance/noImgElement: the card itself is a picture
  return <img src={address} alt="" width={width} height={height} />
}
