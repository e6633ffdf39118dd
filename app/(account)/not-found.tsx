import { Door } from '@/app/_components/account/door'
import { paths } from '@/lib/paths'

/** Where there is nothing of one's own. */
export default function NoSuchPage() {
  return (
    <Door title="There is no such page">
      <p>The address may have been copied only in part, or what stood here is gone.</p>
      <p>
        <a href={paths.account()}>Go to your account</a>
      </p>
    </Door>
  )
}
