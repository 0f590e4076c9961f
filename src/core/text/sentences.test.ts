import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences'

/** Sentences, divided by a bar, as a reader of the language would. */
const cases: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Dr. Smith met Gen. Jones in the U.S. Senate. | The vote was on No. 5 Alpha. | It passed.',
    'They met in the U.S. | The minister left at 5 p.m. Tuesday.',
    'J. K. Rowling wrote it with George W. Bush. | See Art. 5 of the treaty.',
    'He said “Go.” | Then he left. | “Why?” he asked. | “Never!” she said.',
    'It cost $3.5 million on Jan. 5 and grew 2.3 percent. | Fine... | But no one paid.',
    '1. The ministers met. | They agreed.',
    '(a) Both sides pay. | (He left.) | The Ph.D. students stayed.',
    'He has a Ph.D. | She does not. | Turnout was 45. | Ankara agreed.'
  ],
  tr: [
    'Prof. Dr. Ali Bey geldi. | T.C. Dışişleri Bakanlığı açıkladı. | Bu doğrudur.',
    '14. Yüzyılda yapıldı. | II. Dünya Savaşı bitti. | No. 5 Sokakta oturuyor.',
    '“Neden?” diye sordu. | Örneğin Sn. Bakan 3. Toplantıya katıldı. | İstanbul’a döndü.'
  ],
  de: [
    'Am 3. Oktober kam Dr. Meier. | Es war z. B. Montag. | Im Jahr 2024. | Die Wahl folgte.',
    'Nach Art. 5 Abs. 2 gilt das. | Er ging. | Ludwig XIV. König von Frankreich.'
  ],
  fr: ['M. Dupont et Mme Durand, art. 5 du traité. | Le ministre est parti. | « Oui. » | Il revint.'],
  es: ['El Sr. García y la Dra. Ruiz llegaron. | En EE.UU. Ganaron todos. | ¿Por qué? | No se sabe.'],
  ru: ['В. В. Иванов приехал в г. Москву. | Он сказал: «Да». | Это было в 2024 году.'],
  ar: [
    'التقى د. أحمد بالوزير. | هل وافق؟ | نعم، وافق. | قال أ. د. محمد ذلك.',
    'انظر ص. 5 من التقرير. | وصل الوفد أمس.'
  ],
  ja: [
    '「はい。」と答えた。|次の文。|彼は来た（遅れて）。|終わり！|本当？',
    '大臣は会った。|「行こう。」|彼は笑った。'
  ],
  zh: ['他说：“你好。”|然后走了。|下一句。|“好。”他说。|完。', '会议结束了。|双方同意！|为什么？'],
  th: [
    'รัฐมนตรีพบกันที่กรุงเทพเมื่อวันจันทร์ |ทั้งสองฝ่ายตกลงกันในแผนใหม่ และจะเปิดสำนักงานร่วม จำนวน 5 แห่ง',
    'เดินทางไปกรุงเทพ ลาว และพม่าเมื่อวานนี้ |นายกรัฐมนตรีให้การต้อนรับ'
  ],
  'not a language': ['One. | Two.'],
  xx: ['One. | Two.']
}

describe('sentences', () => {
  for (const [language, texts] of Object.entries(cases)) {
    for (const marked of texts) {
      it(`in ${language}: ${marked}`, () => {
        const text = marked.replaceAll('|', '').replaceAll('  ', ' ')
        const found = sentencesOf(text, language).map(({ start, end }) => text.slice(start, end))
        expect(found).toEqual(marked.split('|').map((sentence) => sentence.trim()))
      })
    }
  }

  it('end where a line was broken on purpose, even before a small letter', () => {
    const text = 'To: the desk\nfrom: the minister\n2. of May'
    expect(sentencesOf(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\n'))
  })

  it('hold every letter of the text once, in order, and no white space at their ends', () => {
    const words = fc.constantFrom(
      'U.S.',
      'Dr.',
      '14.',
      'He',
      'left',
      '.',
      '?',
      '”',
      '「',
      '。',
      '\n',
      ' ',
      'ไทย',
      '👩‍👧'
    )
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 40 }),
        fc.constantFrom('en', 'tr', 'ja', 'th'),
        (parts, language) => {
          const text = parts.join(' ')
          const found = sentencesOf(text, language)
          const said = found.map(({ start, end }) => text.slice(start, end))
          expect(said.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
          for (const sentence of said) expect(sentence.trim()).toBe(sentence)
          for (const [index, { start }] of found.entries())
            expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
        }
      )
    )
  })
})
