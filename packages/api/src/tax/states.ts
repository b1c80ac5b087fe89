/** Why a line carries the tax that it carries, or none. */
export const taxReasons = [
  'standard',
  'origin',
  'reverse_charge',
  'not_registered',
  'export',
  'no_rate',
  'country_unknown',
] as const
export type TaxReason = (typeof taxReasons)[number]

/** What is known of a buyer's tax number. */
export const taxNumberStatuses = ['none', 'unverified', 'valid', 'invalid', 'unavailable'] as const
export type TaxNumberStatus = (typeof taxNumberStatuses)[number]

/** How a seller is registered: in one country, or for the consumers of all member states at once. */
export const taxSchemes = ['local', 'oss'] as const
export type TaxScheme = (typeof taxSchemes)[number]
