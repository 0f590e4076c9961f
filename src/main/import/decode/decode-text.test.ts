import iconv from 'iconv-lite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'

const bytes = (text: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(text, encoding))
const withMark = (mark: readonly number[], body: Uint8Array): Uint8Array =>
  Uint8Array.from([...mark, ...body])

const TURKISH =
  'Türkiye ile Japonya arasındaki dostluk köklüdür. Dışişleri bakanı, iki ülkenin işbirliğini güçlendireceğini söyledi.'
const GERMAN =
  'Die Minister sprachen über Außenpolitik, größere Übungen und die Lage in der Region. „Gut so“, hieß es.'
const RUSSIAN =
  'Министры обсудили помощь при стихийных бедствиях и сотрудничество в оборонной промышленности.'
const GREEK = 'Άνθρωποι και ελευθερία: οι υπουργοί συζήτησαν για την ειρήνη στην περιοχή και τη βοήθεια.'
const JAPANESE = '両国の外相は共同記者会見で、災害時の相互支援と防衛産業での協力について話し合いました。'
const CHINESE = '两国外交部长在联合记者会上讨论了灾害期间的互助和国防工业合作，并强调了对和平的承诺。'
const KOREAN = '양국 외교장관은 공동 기자회견에서 재난 시 상호 지원과 방위 산업 협력에 대해 논의했습니다.'
const CZECH =
  'Ministři jednali o příští schůzce, o pomoci při živelních pohromách a o spolupráci v obranném průmyslu.'

const whole: Record<string, { bytes: Uint8Array; text: string; encoding: string }> = {
  'plain ASCII': { bytes: bytes('words', 'ascii'), text: 'words', encoding: 'utf-8' },
  'UTF-8': { bytes: bytes(TURKISH, 'utf8'), text: TURKISH, encoding: 'utf-8' },
  'UTF-8 with its mark': {
    bytes: withMark([0xef, 0xbb, 0xbf], bytes('ş', 'utf8')),
    text: 'ş',
    encoding: 'utf-8'
  },
  'UTF-16 with its mark': {
    bytes: withMark([0xff, 0xfe], bytes('aş字😀', 'utf16le')),
    text: 'aş字😀',
    encoding: 'utf-16le'
  },
  'UTF-16, big-endian': {
    bytes: withMark([0xfe, 0xff], bytes('aş字', 'utf16be')),
    text: 'aş字',
    encoding: 'utf-16be'
  },
  'UTF-16 without a mark': { bytes: bytes(GERMAN, 'utf16le'), text: GERMAN, encoding: 'utf-16le' },
  'UTF-16 without a mark, big-endian': {
    bytes: bytes(RUSSIAN, 'utf16be'),
    text: RUSSIAN,
    encoding: 'utf-16be'
  },
  'UTF-32 with its mark': {
    bytes: withMark([0xff, 0xfe, 0, 0], bytes('aş', 'utf32le')),
    text: 'aş',
    encoding: 'utf-32le'
  },
  'Turkish of Windows': { bytes: bytes(TURKISH, 'win1254'), text: TURKISH, encoding: 'windows-1254' },
  'German of Windows, with its quotation marks': {
    bytes: bytes(GERMAN, 'win1252'),
    text: GERMAN,
    encoding: 'windows-1252'
  },
  'Russian of Windows': { bytes: bytes(RUSSIAN, 'win1251'), text: RUSSIAN, encoding: 'windows-1251' },
  'Russian of Unix': { bytes: bytes(RUSSIAN, 'koi8-r'), text: RUSSIAN, encoding: 'koi8-r' },
  'Greek of Windows': { bytes: bytes(GREEK, 'win1253'), text: GREEK, encoding: 'windows-1253' },
  'Greek of ISO': { bytes: bytes(GREEK, 'iso88597'), text: GREEK, encoding: 'iso-8859-7' },
  'Czech of Windows': { bytes: bytes(CZECH, 'win1250'), text: CZECH, encoding: 'windows-1250' },
  Shift_JIS: { bytes: bytes(JAPANESE, 'shift_jis'), text: JAPANESE, encoding: 'shift_jis' },
  'EUC-JP': { bytes: bytes(JAPANESE, 'euc-jp'), text: JAPANESE, encoding: 'euc-jp' },
  GB18030: { bytes: bytes(CHINESE, 'gb18030'), text: CHINESE, encoding: 'gb18030' },
  'EUC-KR': { bytes: bytes(KOREAN, 'euc-kr'), text: KOREAN, encoding: 'euc-kr' }
}

describe('decoding', () => {
  for (const [name, { bytes: own, text, encoding }] of Object.entries(whole)) {
    it(`reads: ${name}`, () => expect(decodeText(own)).toEqual({ text, encoding, warnings: [] }))
  }

  it('leaves out the character that a file ends inside, and says so', () => {
    const decoded = decodeText(bytes(TURKISH + 'ş', 'utf8').subarray(0, -1))
    expect(decoded).toMatchObject({ text: TURKISH, encoding: 'utf-8' })
    expect(decoded?.warnings).toEqual(['The file ends inside a character, which was left out.'])
  })

  it('shows a damaged character in a UTF-8 text as such, and says so', () => {
    const damaged = bytes(RUSSIAN, 'utf8')
    damaged[10] = 0xff
    const decoded = decodeText(damaged)
    expect(decoded?.encoding).toBe('utf-8')
    expect(decoded?.text).toContain('\uFFFD')
    expect(decoded?.warnings.join()).toMatch(/could not be read and shows as/)
  })

  it('takes no zeros, no signature of a program and no noise for text', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, at) => (Math.imul(at + 1, 2654435761) >>> 13) & 0xff)
    const bad = [Uint8Array.of(0x41, 0, 0, 0x42, 0, 0x43), bytes('PK\x03\x04 words', 'latin1'), noise]
    for (const own of bad) expect(decodeText(own)).toBeNull()
  })

  it('reads old files with form feeds and escapes', () => {
    expect(decodeText(bytes('page one\f\x1b[1mpage two\x1a', 'ascii'))?.text).toContain('page two')
  })

  it('reads every text that was written in UTF-8', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((own) => !/[\0-\x1f\x7f\uFEFF]/.test(own))
    fc.assert(
      fc.property(text, (own) => {
        expect(decodeText(bytes(own, 'utf8'))).toEqual({ text: own, encoding: 'utf-8', warnings: [] })
      })
    )
  })
})
