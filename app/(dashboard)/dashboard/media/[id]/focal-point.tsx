'use client'

import { type PointerEvent, useEffect, useState } from 'react'
import { TextField } from '@/app/_components/newsroom/form-field'

type Props = {
  picture: { address: string; width: number; height: number }
  start: { across: string; down: string }
  errors: Record<string, string>
}

const clamped = (value: number) => String(Math.round(Math.min(100, Math.max(0, value))))

/** What must stay in view when the picture is cut: pointed at, or given in numbers. */
export function FocalPoint({ picture, start, errors }: Props) {
  const [{ across, down }, setPlace] = useState(start)
  const [isLive, setIsLive] = useState(false)
  useEffect(() => setIsLive(true), [])
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    setPlace({
      across: clamped(((event.clientX - left) / width) * 100),
      down: clamped(((event.clientY - top) / height) * 100),
    })
  }
  return (
    <fieldset className="desk-focal">
      <legend>What must stay in view</legend>
      <div
        className="desk-focal-place"
        onPointerDown={isLive ? point : undefined}
        onPointerMove={isLive ? (event) => event.buttons === 1 && point(event) : undefined}
      >
        {/* biome-ignore lint/performance/noImgElement: pictures of the desk come as they are */}
        <img src={picture.address} alt="" width={picture.width} height={picture.height} draggable={false} />
        <span
          className="desk-focal-point"
          style={{ insetInlineStart: `${Number(across) || 0}%`, top: `${Number(down) || 0}%` }}
        />
      </div>
      <div className="desk-pair">
        <TextField
          name="across"
          type="number"
          min={0}
          max={100}
          step="any"
          label="From the left, per cent"
          value={across}
          onChange={({ target }) => setPlace({ across: target.value, down })}
          error={errors.across}
        />
        <TextField
          name="down"
          type="number"
          min={0}
          max={100}
          step="any"
          label="From the top, per cent"
          value={down}
          onChange={({ target }) => setPlace({ across, down: target.value })}
          error={errors.down}
        />
      </div>
    </fieldset>
  )
}
