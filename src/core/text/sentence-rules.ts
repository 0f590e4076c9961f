/** What a language writes with a full stop that does not end a sentence. All in small letters, without the last full stop. */
export interface SentenceRules {
  /** A name or a word always follows: titles, `cf.`, `vs.` */
  readonly leading: readonly string[]
  /** A number follows: `No. 5`, `Art. 3`, `Jan. 5`. */
  readonly numbered: readonly string[]
  /** Words that sentences begin with: before them even `U.S.` ends one. */
  readonly openers: readonly string[]
  /** Whether `14.` and `II.` are ordinal numbers. */
  readonly hasOrdinals: boolean
}

const split = (words: string): readonly string[] => words.split(' ')
const NONE: SentenceRules = { leading: [], numbered: [], openers: [], hasOrdinals: false }

const ENGLISH: SentenceRules = {
  leading: split(
    'dr mr mrs ms prof gen col lt maj capt cmdr adm sgt gov sen rep pres amb hon rev fr st messrs vs cf viz e.g i.e dept approx'
  ),
  numbered: split(
    'no nos art arts para paras sec secs ch chap vol p pp fig figs ed ann res jan feb mar apr jun jul aug sep sept oct nov dec'
  ),
  openers: split(
    'the a an this that these those it he she they we you i in on at but and or however meanwhile after before when while if as for to from by with no yes not both many most some all there here our their his her its what who why how under since although according'
  ),
  hasOrdinals: false
}

const TURKISH: SentenceRules = {
  leading: split('dr prof doç yrd uzm av sn gen org korg tümg tuğg alb yb bnb yzb müh bkz krş örn m.ö m.s'),
  numbered: split('no s sh md mad cilt c fık'),
  openers: split(
    'bu şu o bunlar onlar biz siz ben ve ancak fakat ama bir her hem ayrıca buna bunun bununla öte iki taraflar görüşmede toplantıda dün bugün'
  ),
  hasOrdinals: true
}

const GERMAN: SentenceRules = {
  leading: split('dr prof hr fr st gen bzw vgl z.b d.h u.a i.v ca usw sog dipl ing'),
  numbered: split('nr art abs abschn s bd ziff kap jan feb aug sept okt nov dez'),
  openers: split(
    'der die das den dem des ein eine einen es er sie wir ich in im am an auf bei mit nach und aber doch dies diese dieser dieses beide zudem auch für vor seit laut'
  ),
  hasOrdinals: true
}

const FRENCH: SentenceRules = {
  leading: split('m mm dr prof me mgr gén col st ste cf p.ex'),
  numbered: split('n art al p pp vol chap fig janv févr avr juil sept oct nov déc'),
  openers: split(
    'le la les l un une des il elle ils elles nous on ce cette ces en à au aux dans mais et or pour selon après avant'
  ),
  hasOrdinals: false
}

const SPANISH: SentenceRules = {
  leading: split('sr sra srta dr dra d dña prof gral cnel lic ing excmo excma cf p.ej'),
  numbered: split('núm art arts pág págs vol cap fig inc'),
  openers: split('el la los las un una en este esta esto estos pero y no se según para por tras'),
  hasOrdinals: false
}

const RUSSIAN: SentenceRules = {
  leading: split('г гг ул им акад проф тов гр см ср напр т.е т.к'),
  numbered: split('стр рис ст п пп гл т'),
  openers: split('в во на он она они это эти мы но и а по при после до для также однако'),
  hasOrdinals: false
}

const ARABIC: SentenceRules = { ...NONE, leading: split('أ.د د أ م'), numbered: split('ص ج رقم') }

const RULES: Readonly<Record<string, SentenceRules>> = {
  en: ENGLISH,
  tr: TURKISH,
  az: TURKISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  ru: RUSSIAN,
  ar: ARABIC
}

/** Other languages that write ordinal numbers with a full stop. */
const WITH_ORDINALS = new Set(split('cs da et fi hr hu is lv nb nn no pl sk sl sr'))

/** The rules of a language, a BCP 47 tag; of one that has none here, only what holds for all. */
export function sentenceRules(language: string): SentenceRules {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  return RULES[primary] ?? { ...NONE, hasOrdinals: WITH_ORDINALS.has(primary) }
}
