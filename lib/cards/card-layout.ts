/** The size of a card in pixels, as those who show it want it (ogp.me; 1.91:1). */
export const CARD_SIZE = { width: 1200, height: 630 }

/** How much of a card its picture takes, in pixels. */
export const CARD_PICTURE = { width: 450, height: CARD_SIZE.height }

/** Between the edge of a card and its words, in pixels. */
export const CARD_EDGE = 56

/** How wide the words of a card are, in pixels. */
export function widthOfWords(hasPicture: boolean): number {
  const width = CARD_SIZE.width - 2 * CARD_EDGE
  return hasPicture ? width - CARD_PICTURE.width : width
}

/** How large a headline is set, in pixels: long ones smaller, and where there is no picture, all larger. */
export function headlineSize(headline: string, hasPicture: boolean): number {
  const { length } = headline
  const size = length <= 40 ? 66 : length <= 70 ? 58 : length <= 110 ? 48 : 42
  return hasPicture ? size : size + 10
}
