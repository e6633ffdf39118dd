import { paths } from '@/lib/paths'
import type { Upload } from './use-uploads'

/** Files on their way, and what became of each. */
export function UploadList({ files }: { files: Upload[] }) {
  return (
    <ul className="desk-uploads" aria-live="polite">
      {files.map((upload) => (
        <li key={upload.key} className={upload.done && 'problem' in upload.done ? 'is-wrong' : undefined}>
          <span>{upload.file}</span> <Outcome upload={upload} />
        </li>
      ))}
    </ul>
  )
}

function Outcome({ upload: { file, sent, done } }: { upload: Upload }) {
  if (!done) return <progress value={sent} max={1} aria-label={`Sending ${file}`} />
  if ('problem' in done) return <strong>{done.problem}</strong>
  const words = done.isKnown ? 'The library has it already' : 'Uploaded: describe it'
  return <a href={paths.mediaDesk(done.id)}>{words}</a>
}
