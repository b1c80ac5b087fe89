/** A part of a country: second half of its ISO 3166-2 code, and its name. */
export type Region = { code: string; name: string }

/** "CA California|…" as rows: the code is what stands before the first space. */
const regionsFrom = (text: string): Region[] =>
  text.split('|').map((row) => {
    const [code = '', ...name] = row.split(' ')
    return { code, name: name.join(' ') }
  })

/**
 * The parts of countries whose tax differs by part, by name. ISO 3166-2:US (states, the district and the
 * territories that the United States lists under their own) and ISO 3166-2:CA.
 */
const regions: Readonly<Record<string, readonly Region[]>> = {
  US: regionsFrom(
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  ),
  CA: regionsFrom(
    'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NT Northwest Territories|NS Nova Scotia|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  ),
}

/** The parts of a country that its buyers say which one of; none where tax does not ask. */
export const regionsOf = (country: string): readonly Region[] => regions[country] ?? []

/** First letters of postal codes by province (Canada Post, Addressing Guidelines). */
const canadianLetters: Readonly<Record<string, string>> = {
  AB: 'T',
  BC: 'V',
  MB: 'R',
  NB: 'E',
  NL: 'A',
  NS: 'B',
  NT: 'X',
  NU: 'X',
  ON: 'KLMNP',
  PE: 'C',
  QC: 'GHJ',
  SK: 'S',
  YT: 'Y',
}

const readCanadian = (text: string, region: string | null): string | null => {
  const code = text.replace(/[ -]/g, '')
  if (!/^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/.test(code)) return null
  const letters = region === null ? undefined : canadianLetters[region]
  if (letters !== undefined && !letters.includes(code.charAt(0))) return null
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/**
 * A postal code as its country writes it, or null for what is none there: five digits, or nine, in the
 * United States; in Canada one whose first letter is the province's; elsewhere letters, digits, spaces and
 * hyphens. Pure.
 */
export function readPostalCode(
  typed: string,
  country: string,
  region: string | null,
): string | null {
  const text = typed.trim().toUpperCase()
  if (country === 'CA') return readCanadian(text, region)
  if (country === 'US') return /^\d{5}(-\d{4})?$/.test(text) ? text : null
  return /^[A-Z0-9][A-Z0-9 -]{1,11}$/.test(text) ? text : null
}
