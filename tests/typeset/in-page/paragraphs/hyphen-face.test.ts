import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {hyphenFace} from '../../../../scripts/typeset/in-page/paragraphs/hyphen-face.ts'
import {charactersOf} from '../../../../scripts/typeset/woff2-characters.ts'

const require = createRequire(import.meta.url)
const font = (name: string) => new Uint8Array(readFileSync(require.resolve(`@fontsource/${name}.woff2`)))

test.each(['alegreya/files/alegreya-latin-400-normal', 'alegreya/files/alegreya-latin-400-italic', 'alegreya-sc/files/alegreya-sc-latin-400-normal'])('%s: the face has the space and the soft hyphen', name => {
  const face = hyphenFace(font(name))
  expect(face && [...charactersOf(face)]).toEqual([0x20, 0xad])
})

test('what is no font, or has no hyphen, gives no face', () => {
  expect(hyphenFace(new Uint8Array(100))).toBeUndefined()
  expect(hyphenFace(font('alegreya/files/alegreya-vietnamese-400-normal'))).toBeUndefined()
  fc.assert(fc.property(fc.uint8Array({maxLength: 300}), bytes => {
    expect(hyphenFace(bytes)).toBeUndefined()
  }))
})
