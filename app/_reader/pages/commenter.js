// Somebody who comments.
import './plain.js'
import '../mute.js'
