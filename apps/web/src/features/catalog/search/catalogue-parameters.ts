/**
 * What a catalogue address may ask for, in the order of its canonical spelling: the fields of
 * `CatalogQuery`, without the schema library behind it (a test keeps the two alike).
 */
export const catalogueParameters = [
  'q',
  'kind',
  'topic',
  'skill',
  'level',
  'provider',
  'language',
  'price',
  'duration',
  'rating',
  'sort',
  'page',
] as const
