// The conversation's script comes when its reader does: when they are near it, or were sent to it.
const isSentTo =
  location.hash.startsWith('#comment') || /[?&](?:comment|thread|picks|sort|cpage)=/.test(location.search)
const begin = () => import('./comments.js')
const watch = (section) => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      begin()
    },
    { rootMargin: '600px' },
  )
  observer.observe(section)
}
const section = document.querySelector('#comments')
if (section && isSentTo) begin()
else if (section) watch(section)
