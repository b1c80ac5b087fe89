const uuid = /\/credentials\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[./?#]|$)/

/** What a cell of a list names: a credential by its id in a link of ours, or by its number; else nothing. Pure. */
export function namedBy(
  cell: string,
  appUrl: string,
): { id: string } | { licenseNumber: string } | Record<never, never> {
  const id = cell.startsWith(`${appUrl}/`) ? uuid.exec(cell)?.[1] : undefined
  if (id !== undefined) return { id }
  const licenseNumber = cell.toUpperCase().replace(/\s+/g, '')
  return /^[A-Z0-9-]{1,40}$/.test(licenseNumber) ? { licenseNumber } : {}
}

const folded = (name: string) =>
  name.normalize('NFC').toLocaleLowerCase('und').replace(/\s+/g, ' ').trim()

/** Whether two names are the same but for capital letters, spaces and how accents are composed. Pure. */
export const isSameName = (one: string, other: string): boolean => folded(one) === folded(other)
