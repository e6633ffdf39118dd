type Size = { width: number; height: number }
type Focus = { focalX: number; focalY: number }

/**
 * The part of a picture that fills a frame of another shape, as near to what must stay in view as the edges allow.
 *
 * @param picture its size in pixels, and the point that must stay in view as fractions of it
 * @param frame the shape that is wanted, in any unit
 * @returns whole pixels of the picture
 */
export function cropAround(
  { width, height, focalX, focalY }: Size & Focus,
  frame: Size,
): Size & { left: number; top: number } {
  const scale = Math.min(width / frame.width, height / frame.height)
  const across = Math.max(1, Math.min(width, Math.round(frame.width * scale)))
  const down = Math.max(1, Math.min(height, Math.round(frame.height * scale)))
  const start = (whole: number, part: number, focus: number) =>
    Math.round(Math.min(whole - part, Math.max(0, focus * whole - part / 2)))
  return { left: start(width, across, focalX), top: start(height, down, focalY), width: across, height: down }
}
