/** How long a file of evidence may be: a photo of a document by a phone, somewhat reduced. */
export const maxEvidenceBytes = 900_000

const starts = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
] as const
export type EvidenceType = (typeof starts)[number]['type']

/** What a file of evidence is, by how it begins; null for every other kind. Pure. */
export const evidenceType = (file: Uint8Array): EvidenceType | null =>
  starts.find(({ bytes }) => bytes.every((byte, at) => file[at] === byte))?.type ?? null

/** Where the evidence of a request lies in the private file store. */
export const evidenceFileKey = (id: string): string => `name-changes/${id}`
