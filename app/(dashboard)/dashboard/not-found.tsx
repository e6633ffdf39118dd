import { ButtonLink } from '@/app/_components/newsroom/button'
import { PageHead } from '@/app/_components/newsroom/page-head'
import { paths } from '@/lib/paths'

/** For staff, where there is nothing, or nothing for them. */
export default function NotFoundHere() {
  return (
    <>
      <PageHead
        title="Page not found"
        intro="There is nothing at this address, or it is not for your role. If you followed a link, it may have been removed."
      />
      <ButtonLink href={paths.dashboard()}>Go to the overview</ButtonLink>
    </>
  )
}
