// An article. What only some have comes with those that have it.
import './plain.js'
import '../text-size.js'
import '../share.js'
import '../save.js'
import '../depth.js'
import '../conversation.js'

// The page has begun when they have.
await Promise.all([
  document.querySelector('.gallery') && import('../gallery.js'),
  document.querySelector('.embed') && import('../embed.js'),
])
