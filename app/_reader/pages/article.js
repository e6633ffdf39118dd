// An article. What only some have comes with those that have it.
import './plain.js'
import '../text-size.js'
import '../share.js'
import '../save.js'
import '../depth.js'
import '../conversation.js'

if (document.querySelector('.gallery')) import('../gallery.js')
if (document.querySelector('.embed')) import('../embed.js')
