import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// The least that Node.js can do: one answer, from memory, whatever is asked.
const [port, file] = process.argv.slice(2)
const bytes = readFileSync(file)
const headers = [
  'content-type',
  'text/html; charset=utf-8',
  'content-encoding',
  'br',
  'content-length',
  String(bytes.length),
]

createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
}).listen(Number(port), '127.0.0.1')
