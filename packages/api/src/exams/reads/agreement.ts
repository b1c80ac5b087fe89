import type { SchemeDocument } from '../../schemes/schema/document'
import { sha256 } from '../../shared/hash'

/** What a candidate agrees to before the exam, and the hash that says which words these were. */
export function agreementOf({ agreements }: SchemeDocument): {
  items: readonly string[]
  hash: string
} {
  const items = agreements?.items ?? []
  return { items, hash: sha256(JSON.stringify(items)) }
}
