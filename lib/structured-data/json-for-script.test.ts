import { expect, it } from 'vitest'
import { jsonForScript } from './json-for-script'

it('says the same without a letter that means something to HTML or JavaScript', () => {
  const data = { headline: '</script><!-- <script> \u2028\u2029 \ud800 😀 مرحبا "\\' }
  const written = jsonForScript(data)
  expect(written).not.toMatch(/[<>\u2028\u2029]|\p{Surrogate}/u)
  expect(JSON.parse(written)).toEqual(data)
})
