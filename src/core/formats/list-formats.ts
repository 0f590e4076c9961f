/** What lists of annotations are written as; each is the extension of its files. */
export const LIST_FORMATS = ['jsonld', 'md', 'csv', 'html'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]
