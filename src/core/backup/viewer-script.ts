/** What the viewer of a backup does: it lists, searches and unfolds, and shows everything as text. */
export const VIEWER_SCRIPT = `
'use strict';
const { head, briefings } = JSON.parse(document.getElementById('library').textContent);
const list = document.getElementById('list'), search = document.getElementById('search');
const plain = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase();
const day = (time) => { const date = new Date(time); return isNaN(date) ? time : date.toLocaleDateString(undefined, { dateStyle: 'long' }); };
function add(parent, name, text, attributes) {
  const node = document.createElement(name);
  if (text) node.textContent = text;
  for (const key in attributes) if (attributes[key]) node.setAttribute(key, attributes[key]);
  parent.append(node);
  return node;
}
document.getElementById('about').textContent =
  'A backup made by ' + head.program + ' on ' + day(head.made) + '. Nothing here needs a network.';
function fill(box, briefing) {
  const facts = add(box, 'p', '', { class: 'facts' });
  facts.append(briefing.trashed ? 'In the trash since ' + day(briefing.trashed) + '. ' : '');
  for (const edition of briefing.editions) {
    add(facts, 'a', edition.name || 'Original', { href: edition.original });
    facts.append(', imported ' + day(edition.imported) + '. ');
  }
  if (briefing.sourceUrl) facts.append('Source: ' + briefing.sourceUrl);
  for (const { marking, quote } of briefing.markings) add(box, 'p', marking + ': ' + quote, { class: 'facts', dir: 'auto' });
  for (const mark of briefing.annotations) {
    const item = add(box, 'article', '', { class: mark.color + (mark.deleted ? ' trashed' : '') });
    add(item, 'blockquote', mark.quote, { dir: 'auto', lang: briefing.language });
    if (mark.note) add(item, 'pre', mark.note, { dir: 'auto' });
    add(item, 'p', [mark.deleted ? 'in the trash' : '', mark.type === 'note' ? '' : mark.type, mark.tags.join(', '),
      mark.author, day(mark.modified)].filter(Boolean).join(' · '));
  }
}
const boxes = briefings.map((briefing) => {
  const box = add(list, 'details', '', { class: briefing.trashed ? 'trashed' : '' });
  const line = add(box, 'summary');
  add(line, 'b', briefing.title, { dir: 'auto', lang: briefing.language });
  const marks = briefing.annotations.filter((mark) => !mark.deleted).length;
  add(line, 'span', [briefing.marking || '', briefing.date ? day(briefing.date) : '', marks === 1 ? '1 mark' : marks + ' marks'].filter(Boolean).join(' · '));
  let isFilled = false;
  box.addEventListener('toggle', () => { if (box.open && !isFilled) { isFilled = true; fill(box, briefing); } });
  return { box, text: plain([briefing.title, briefing.date || '', briefing.tags.join(' '),
    ...briefing.annotations.map((mark) => mark.quote + ' ' + mark.note + ' ' + mark.tags.join(' '))].join(' ')) };
});
function show() {
  const wanted = plain(search.value).split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const { box, text } of boxes) {
    box.hidden = !wanted.every((word) => text.includes(word));
    if (!box.hidden) shown += 1;
  }
  document.getElementById('count').textContent = shown === 1 ? '1 briefing' : shown + ' briefings';
}
search.addEventListener('input', show);
show();
`
