/**
 * Styles from `public/reader/` that only some pages need: asked for by those that do, and in the head before anything is
 * painted. What every page needs is in `app/styles/`.
 */
export function Stylesheet({ name }: { name: string }) {
  return <link rel="stylesheet" href={`/reader/${name}.css`} precedence="part" />
}
