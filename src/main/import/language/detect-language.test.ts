import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language'

const texts: Record<string, string | null> = {
  'The ministers met in Ankara and spoke of aid, of trade and of what is to come next year.': 'en',
  'Dışişleri bakanı, iki ülkenin işbirliğini güçlendireceğini söyledi.': 'tr',
  'Thủ tướng hai nước đã hội đàm tại Hà Nội về hợp tác kinh tế, quốc phòng và văn hoá giữa hai bên.': 'vi',
  'Министры обсудили помощь при стихийных бедствиях и сотрудничество.': 'ru',
  '两国外交部长在联合记者会上讨论了灾害期间的互助和国防工业合作。': 'zh-Hans',
  '兩國外交部長在聯合記者會上討論了災害期間的互助和國防工業合作。': 'zh-Hant',
  'אַלע מענטשן װערן געבױרן פֿרײַ און גלײַך אין כּבֿוד און רעכט, און זײַנען באַשאָנקן מיט פֿאַרשטאַנד.': 'yi',
  'כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם, כולם חוננו בתבונה ובמצפון.': 'he',
  'Hello world. This is a test.': 'en',
  世界人权宣言: 'zh-Hans',
  'Std in md': null,
  '12345 67890': null,
  'qx zrtp vbnm kjh': null,
  '': null
}

describe('the language of a text', () => {
  for (const [text, language] of Object.entries(texts)) {
    it(`of “${text.slice(0, 24)}” is ${language ?? 'not known'}`, () =>
      expect(detectLanguage(text)).toBe(language))
  }

  it('is that of its body, not of a foreign head', () => {
    const head = 'Ministerstwo Spraw Zagranicznych Rzeczypospolitej Polskiej\n'
    const body = 'The ministers met in Ankara and spoke of aid, of trade and of what is to come.\n'
    expect(detectLanguage(head + body.repeat(100))).toBe('en')
  })
})
