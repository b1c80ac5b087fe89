import {
  emptyCatalogQuery,
  parseCatalogQuery,
  serialiseCatalogQuery,
} from '@archway/api/catalog/schema/query'
import { describe, expect, it } from 'vitest'
import { catalogueParameters } from './catalogue-parameters'
import { catalogueHref, formQuery } from './form-query'

function formOf(entries: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

describe('formQuery', () => {
  it.each<[string, [string, string][]]>([
    [
      'an untouched form',
      [
        ['q', ''],
        ['rating', ''],
        ['sort', 'relevance'],
      ],
    ],
    ['a text with spaces, signs and a comma', [['q', '  llm &  agents, "rag" ü% ']]],
    [
      'choices in any order',
      [
        ['kind', 'program'],
        ['kind', 'course'],
        ['level', 'beginner'],
      ],
    ],
    [
      'every field',
      [
        ['q', 'ml'],
        ['kind', 'certification'],
        ['topic', 'mlops'],
        ['topic', 'ai-agents'],
        ['skill', 'python'],
        ['level', 'mixed'],
        ['provider', 'ibm'],
        ['language', 'es'],
        ['language', 'en'],
        ['price', 'under-50'],
        ['price', 'free'],
        ['duration', 'weeks_1_to_4'],
        ['rating', '4.5'],
        ['sort', 'price'],
      ],
    ],
  ])('spells %s as the server does', (_, entries) => {
    const form = formOf(entries)
    const sent = Object.fromEntries(
      [...new Set(form.keys())].map((key) => [key, form.getAll(key).map(String)]),
    )
    expect(formQuery(form)).toBe(serialiseCatalogQuery(parseCatalogQuery(sent)))
  })

  it('knows every field of a query but the page, which a changed form leaves', () => {
    expect(catalogueParameters).toEqual(Object.keys(emptyCatalogQuery))
    const fields = catalogueParameters.filter((field) => field !== 'page')
    const spelt = formQuery(formOf(fields.map((field) => [field, 'x'])))
    expect(spelt).toBe(fields.map((field) => `${field}=x`).join('&'))
  })
})

describe('catalogueHref', () => {
  it('has no question mark without a query', () => {
    expect(catalogueHref('')).toBe('/catalogue')
    expect(catalogueHref('q=rag')).toBe('/catalogue?q=rag')
  })
})
