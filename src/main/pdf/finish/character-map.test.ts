import { describe, expect, it } from 'vitest'
import { readCharacterMap, writeCharacterMap } from './character-map'

const CMAP = `/CIDInit /ProcSet findresource begin
begincmap
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0001> <0020>
<00A9> <02BC>
endbfchar
1 beginbfrange
<0023> <0025> <0061>
endbfrange
endcmap
end`

describe('a character map', () => {
  it('gives single glyphs and ranges', () => {
    expect([...readCharacterMap(CMAP)]).toEqual([
      ['0001', '0020'],
      ['00A9', '02BC'],
      ['0023', '0061'],
      ['0024', '0062'],
      ['0025', '0063']
    ])
  })

  it('is read as it was written, and keeps everything around the mappings', () => {
    const map = new Map([...readCharacterMap(CMAP), ['00A9', '2019']])
    const written = writeCharacterMap(CMAP, map)
    expect(new Map(readCharacterMap(written))).toEqual(map)
    expect(written).toMatch(/^\/CIDInit[^]*endcodespacerange\n5 beginbfchar[^]*endbfchar\nendcmap\nend$/u)
  })

  it('writes no section longer than readers take', () => {
    const map = new Map(
      Array.from({ length: 250 }, (_, index) => [index.toString(16).padStart(4, '0'), '0041'])
    )
    expect(writeCharacterMap(CMAP, map).match(/\d+(?= beginbfchar)/gu)).toEqual(['100', '100', '50'])
  })
})
