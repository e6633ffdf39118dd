// What every public page is better with.
import '../theme-choice.js'
import '../account-menu.js'
import '../offline.js'
