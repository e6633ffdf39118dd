// The list of what this device keeps.
import './plain.js'
import '../saved.js'
