import type { PrintItem } from '#core/service/ports'
import { element, text } from '#core/tree/elements'
import { printItem } from './print-items'
import { p } from './sample-briefings'

/** Turkish, whose dotted and dotless i are letters of their own. */
export const TURKISH: PrintItem = printItem(
  {
    type: 'root',
    children: [
      element('h2', [text('İşbirliği ve IĞDIR')]),
      p(
        'Bakanlar, Iğdır ile İzmir arasındaki hattın açılışında güçlü dostluğun altını çizdi. Şöyle dediler: “Çığır açan bir gün.”'
      ),
      p('Görüşmelerde enerji, ulaşım ve öğrenci değişimi ele alındı; ayrıntılar gelecek ay açıklanacak.')
    ]
  },
  { title: 'Türkiye’nin doğusunda ulaşım görüşmeleri', language: 'tr', tags: ['ulaşım'] },
  [{ quote: 'güçlü dostluğun altını çizdi', note: 'Açılış konuşması için: ığüşöç İ.', author: 'Çağrı Işık' }]
)

/** Arabic, right to left, with a mark over several lines. */
export const ARABIC: PrintItem = printItem(
  {
    type: 'root',
    children: [
      element('h2', [text('الشراكة الاستراتيجية')]),
      p(
        'أكد الوزير في كلمته عمق الصداقة بين البلدين، وهي رابطة تمتد جذورها في التاريخ وتحولت إلى شراكة استراتيجية منذ عام 2013. وقد وُضعت هذه العلاقة على المحك عندما ضرب زلزالان جنوب البلاد في السادس من فبراير.'
      ),
      p(
        'واتفق الجانبان على مواصلة العمل المشترك في مجالات الطاقة والنقل والتعليم، على أن تُعلن التفاصيل في الشهر المقبل.'
      )
    ]
  },
  { title: 'مؤتمر صحفي مشترك في العاصمة', language: 'ar', dir: 'rtl' },
  [
    {
      quote: 'عمق الصداقة بين البلدين، وهي رابطة تمتد جذورها في التاريخ وتحولت إلى شراكة استراتيجية',
      note: 'تستخدم في الكلمة الافتتاحية.',
      author: 'ليلى'
    },
    { quote: 'الطاقة والنقل', color: 'blue' }
  ]
)

/** Japanese, set without spaces. */
export const JAPANESE: PrintItem = printItem(
  {
    type: 'root',
    children: [
      element('h2', [text('歴史的な絆と戦略的パートナーシップ')]),
      p(
        '外相は演説の中で、両国間の深く根ざした友情を強調した。この絆は歴史にさかのぼり、二〇一三年以降は戦略的パートナーシップへと発展してきた。昨年二月に南部を襲った地震の際にも、多大な支援が寄せられた。'
      ),
      p(
        '両国は国交樹立百周年を祝う準備を進めており、科学技術大学の開校をはじめ、さまざまな行事が予定されている。'
      )
    ]
  },
  { title: '共同記者会見：百年の友好', language: 'ja' },
  [{ quote: '両国間の深く根ざした友情を強調した', color: 'pink', note: '開会の挨拶で使う。', author: '田中' }]
)
