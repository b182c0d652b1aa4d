import {create} from 'fontkit'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {subsetFont} from '../../scripts/adapters/subset-font.ts'

test('letters that join still do in a face that was cut', async () => {
  const whole = readFileSync(createRequire(import.meta.url).resolve('@fontsource/amiri/files/amiri-arabic-400-normal.woff2'))
  const cut = await subsetFont(whole, 'السلام')
  const widthOf = (font: Uint8Array) => {
    const face = create(Buffer.from(font))
    return 'layout' in face ? face.layout('السلام').advanceWidth : undefined
  }
  expect(cut.length).toBeLessThan(whole.length / 3)
  expect(widthOf(cut)).toBe(widthOf(whole))
})
