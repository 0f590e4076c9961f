import type { PrintItem } from '#core/service/ports'
import { element, text } from '#core/tree/elements'
import type { Element, Root, TreeNode } from '#core/tree/tree'
import { printItem } from './print-items'

/** The name of the picture in `RICH`, as the library stores it. */
export const PICTURE_NAME = `${'ab'.repeat(32)}.png`

/** A press briefing without a title of its own, in the shape that most are. */
export const PRESS: PrintItem = printItem(
  root(
    p(
      'On the eve of the 50th anniversary of diplomatic ties between Norway and Peru, ministers Ingrid Åsen and Tomás Quispe met the press in Oslo. Their talk ranged from help after earthquakes to a fisheries accord and the safety of shipping in both hemispheres.'
    ),
    h(2, 'Shared history'),
    p(
      'Åsen spoke of the deep-rooted friendship between the two nations, a bond that has grown into a strategic partnership since 2013. It was put to the test when floods struck the northern coast in March. Norway gave considerable aid and continues to take part in the rebuilding – an act of goodwill for which Quispe expressed profound gratitude.'
    ),
    h(2, 'Centennial and future work'),
    p(
      'As the two countries prepare to celebrate half a century of relations, various events are being planned, among them the opening of a joint institute of marine science in 2026. Quispe acknowledged the importance of working together on energy and showed interest in recent developments in coastal defence.'
    ),
    p(
      'Both sides want the accord signed before the summer. The officials who negotiate it meet again in Lima in the first week of May, and a draft will go to both parliaments after that.'
    )
  ),
  {
    title: 'On the eve of the 50th anniversary of diplomatic ties between Norway and Peru',
    tags: ['diplomacy', 'fisheries'],
    sourceUrl: 'https://news.example.org/2024/oslo-press-briefing?id=4711&lang=en'
  },
  [
    {
      quote: 'deep-rooted friendship between the two nations',
      note: 'Use this line in the *opening remarks*.\n\nCheck the date of the first treaty with the **archive**.',
      author: 'Mira Aslan'
    },
    { quote: 'profound gratitude.\nCentennial', color: 'green', note: 'Runs over a heading.' },
    { quote: 'opening of a joint institute of marine science', color: 'blue' },
    { quote: 'Quispe acknowledged the importance of working together on energy', color: 'pink' },
    {
      quote: 'importance of working together on energy and showed interest',
      color: 'orange',
      type: 'question',
      note: 'Which projects?',
      author: 'Mira Aslan',
      tags: ['energy']
    },
    { quote: 'signed before the summer', color: 'red', style: 'underline', type: 'action' },
    { quote: 'a draft will go', color: 'grey', style: 'strike' }
  ]
)

/** Everything that a text can hold: lists, tables, pictures, links, footnotes, code. */
export const RICH: PrintItem = printItem(
  root(
    h(1, 'Quarterly review of the northern ports'),
    p(
      'The figures below come from the ',
      a('https://ports.example.org/q4', 'port authority’s own report'),
      '; they were checked',
      ref('1'),
      ' against customs data. ',
      em('Provisional numbers'),
      ' are in italics, ',
      strong('final ones'),
      ' in bold, and ',
      element('code', [text('TEU')]),
      ' is a twenty-foot unit.'
    ),
    h(2, 'Throughput'),
    table(
      ['Port', 'Q3', 'Q4'],
      [
        ['Hammerfest', '1,204', '1,377'],
        ['Kirkenes', '880', '912'],
        ['Tromsø', '2,015', '1,998']
      ]
    ),
    p('A wider table needs the whole of the page.'),
    table(
      [
        'Authority',
        'Commissioner',
        'Established',
        'Headquarters',
        'Employees',
        'Jurisdiction',
        'Classification'
      ],
      [
        [
          'Northern directorate',
          'Ingeborg Halvorsen',
          '14 February 1998',
          'Hammerfest',
          '1,204',
          'International',
          'Unclassified'
        ],
        [
          'Southern directorate',
          'Sigurd Kristoffersen',
          '3 November 2003',
          'Kristiansand',
          '12,880',
          'Interdepartmental',
          'Restricted'
        ]
      ]
    ),
    p('The widest of all has thirteen columns.'),
    table(
      ['Measurement', ...Array.from({ length: 12 }, (_, month) => `Month ${month + 1}`)],
      [1, 2, 3].map((row) => [
        `Installation ${row}`,
        ...Array.from({ length: 12 }, (_, month) => `${row}${month},${row * 37}5.25`)
      ])
    ),
    h(2, 'What to do next'),
    element('ul', [
      element('li', [text('Ask for the revised numbers')]),
      element('li', [
        text('Compare with'),
        element('ol', [li('the spring report'), li('the plan for 2025')])
      ]),
      element('li', [text('Write to the ministry')], { checked: true }),
      element('li', [text('Book the visit')], { checked: false })
    ]),
    element('blockquote', [p('We have never moved so much with so few cranes.')]),
    element('figure', [
      element('img', [], { asset: PICTURE_NAME, alt: 'The quay at night', width: 640, height: 320 }),
      element('figcaption', [text('The new quay, opened in December.')])
    ]),
    p(element('img', [], { source: 'https://ports.example.org/map.png', alt: 'Map of the coast' })),
    element('pre', [text('ssh quay-7\n  status --all')]),
    element('hr'),
    p(
      'See the ',
      a('https://ports.example.org/method', 'note on method'),
      ' and the letter of 4 May',
      ref('2'),
      ' for details.'
    ),
    element(
      'section',
      [
        element('aside', [p('Customs data of 9 January, fourth release.')], { footnote: '1' }),
        element('aside', [p('Kept in the archive.')], { footnote: '2' })
      ],
      { footnotes: true }
    )
  ),
  { title: 'Quarterly review of the northern ports', sourceUrl: 'https://ports.example.org/' },
  [
    {
      quote: 'come from the port authority’s own report; they were checked against customs',
      note: 'Over a link and a footnote.',
      color: 'yellow'
    },
    { quote: 'authority’s own', color: 'purple' },
    { quote: 'Kirkenes', color: 'green', note: 'In a table.' },
    { quote: 'the letter of 4 May for details', color: 'blue' },
    { quote: 'northern ports', color: 'pink', note: 'In the title.' },
    { quote: 'fourth release', color: 'orange' }
  ]
)

const FILLER = Array.from(
  { length: 34 },
  (_, index) =>
    `Paragraph ${index + 1} reports on the talks of day ${index + 3}, which went on until late; the delegates agreed on the wording of article ${index + 11} and left the schedule to the experts, who meet again next week.`
)

/** A mark that runs over three pages, and another that lies within it on a page break. */
export const LONG: PrintItem = printItem(
  root(h(2, 'Minutes'), ...FILLER.map((line) => p(line)), h(2, 'Annex'), p('End of the minutes.')),
  { title: 'Minutes of the spring session' },
  [
    { quote: FILLER.slice(1, 30).join('\n'), note: 'Nearly all of it.', author: 'Mira Aslan' },
    { quote: FILLER.slice(6, 14).join('\n'), color: 'blue', note: 'Inner.' }
  ]
)

function root(...children: TreeNode[]): Root {
  return { type: 'root', children }
}

/** A paragraph of strings and elements. */
export function p(...children: (string | TreeNode)[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: children.map(nodeOf) }
}

function h(level: 1 | 2, title: string): TreeNode {
  return element(`h${level}`, [text(title)])
}

function a(href: string, words: string): TreeNode {
  return element('a', [text(words)], { href })
}

function ref(label: string): TreeNode {
  return element('sup', [], { footnoteRef: label })
}

function em(words: string): TreeNode {
  return element('em', [text(words)])
}

function strong(words: string): TreeNode {
  return element('strong', [text(words)])
}

function li(words: string): TreeNode {
  return element('li', [text(words)])
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): TreeNode {
  const cells = (tagName: 'th' | 'td', row: readonly string[]): TreeNode =>
    element(
      'tr',
      row.map((cell) => element(tagName, [text(cell)]))
    )
  return element('table', [
    element('thead', [cells('th', head)]),
    element(
      'tbody',
      rows.map((row) => cells('td', row))
    )
  ])
}

function nodeOf(child: string | TreeNode): TreeNode {
  return typeof child === 'string' ? text(child) : child
}
