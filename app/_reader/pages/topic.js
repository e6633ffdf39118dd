// A list of what can be followed: a section, a tag, an author.
import './plain.js'
import '../follow.js'
