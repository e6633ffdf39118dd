import type { DeskPicture } from '@/lib/articles/editing/desk-lookups'
import { paths } from '@/lib/paths'

type Props = {
  pictures: DeskPicture[]
  /** The ids of those that are chosen; null where the first that is pressed is the one. */
  chosen: number[] | null
  press: (picture: DeskPicture) => void
}

/** Pictures as buttons. */
export function PictureGrid({ pictures, chosen, press }: Props) {
  return (
    <ul className="rich-pictures">
      {pictures.map((picture) => (
        <li key={picture.id}>
          <button type="button" aria-pressed={chosen?.includes(picture.id)} onClick={() => press(picture)}>
            {/* biome-ignore lint/performance/noImgElement: pictures of the desk come as they are */}
            <img
              src={paths.deskPicture(picture.id)}
              alt=""
              width={picture.width}
              height={picture.height}
              loading="lazy"
            />
            <span>{picture.caption || picture.alt || picture.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
