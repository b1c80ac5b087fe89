import {
  type EvidenceField,
  type EvidenceTexts,
  evidenceFieldLimit,
  evidenceFields,
  evidenceTotalLimit,
} from '@archway/api/payments/schema'

/** What was typed: the texts to send, those that are too long, and how much all of it is. Pure. */
export function readEvidence(typed: Partial<Record<EvidenceField, string>>) {
  const texts: EvidenceTexts = {}
  for (const field of evidenceFields) {
    const text = typed[field]?.trim()
    if (text) texts[field] = text
  }
  const total = Object.values(texts).join('').length
  const tooLong = evidenceFields.filter((field) => (texts[field] ?? '').length > evidenceFieldLimit)
  const count = Object.keys(texts).length
  return {
    texts,
    count,
    total,
    tooLong,
    canBeSent: count > 0 && tooLong.length === 0 && total <= evidenceTotalLimit,
  }
}

/** The pack as a text file: a heading for each field, by the words that the page has for it. Pure. */
export const evidenceFile = (
  title: string,
  texts: EvidenceTexts,
  nameOf: (field: EvidenceField) => string,
): string =>
  [
    title,
    ...evidenceFields.flatMap((field) => {
      const text = texts[field]
      return text ? [`${nameOf(field)}\n${'-'.repeat(nameOf(field).length)}\n${text}`] : []
    }),
  ].join('\n\n')
