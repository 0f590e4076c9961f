import { type PDFDocument, PDFDict, PDFName } from '@cantoo/pdf-lib'
import { charactersOf, setCharacters } from './font-characters'

/**
 * Each radical of the CJK Radicals Supplement before the ideograph that it looks like
 * (`EquivalentUnifiedIdeograph.txt` of the Unicode Character Database, 15.0).
 */
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛' +
  '⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶' +
  '⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const IDEOGRAPHS = pairsOf(SUPPLEMENT)

/**
 * The Kangxi Radicals, and the shapes of Arabic letters (Arabic Presentation Forms): their compatibility
 * decompositions are the ideographs and letters themselves.
 */
const SHAPES = /[\u2F00-\u2FD5\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDFB\uFE80-\uFEFC]/gu

/**
 * Let the fonts of a file say plain characters. Chinese and Japanese fonts have one glyph for 民 and for the
 * radical ⺠, Arabic ones have one for each shape of a letter, and the engine names the radical and the shape: who
 * searches or copies the word would not find it. A text that holds such a character itself is copied as the
 * plain one, which looks the same.
 */
export function sayPlainCharacters(pdf: PDFDocument): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const isFont = object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font')
    if (!isFont) continue
    const characters = [...charactersOf(pdf.context, object)]
    const plain = characters.map(([code, text]) => [code, plainText(text)] as const)
    const isAsBefore = characters.every(([, text], at) => text === plain[at]?.[1])
    if (!isAsBefore) setCharacters(pdf.context, object, new Map(plain))
  }
}

function plainText(text: string): string {
  const ideographs = [...text].map((character) => IDEOGRAPHS.get(character) ?? character).join('')
  return ideographs.replace(SHAPES, (shape) => shape.normalize('NFKC'))
}

function pairsOf(pairs: string): ReadonlyMap<string, string> {
  const all = [...pairs]
  return new Map(all.flatMap((radical, at) => (at % 2 === 0 ? [[radical, all[at + 1] ?? radical]] : [])))
}
