import { catalogueParameters } from './catalogue-parameters'

/**
 * The canonical query of what the form holds, without the question mark and always for page 1: the same
 * text that `serialiseCatalogQuery` makes of it. Written anew because it runs in the browser, where the
 * schema library would be most of the page's script; a test keeps the two alike.
 */
export function formQuery(form: FormData): string {
  const parts: string[] = []
  for (const field of catalogueParameters) {
    if (field === 'page') continue
    const values = form
      .getAll(field)
      .map((value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''))
      .filter((value) => value !== '' && !(field === 'sort' && value === 'relevance'))
    if (values.length > 0) {
      const text = encodeURIComponent(values.sort().join(',')).replaceAll('%2C', ',')
      parts.push(`${field}=${text}`)
    }
  }
  return parts.join('&')
}

/** The address of a catalogue query in its canonical spelling. */
export const catalogueHref = (canonicalQuery: string): string =>
  canonicalQuery === '' ? '/catalogue' : `/catalogue?${canonicalQuery}`
