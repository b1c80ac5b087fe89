import type { DurationBucket, DurationUnit } from '../generated/enums'

/** What the loader needs from outside: the product's own rules, and where files go. */
export type SeedOptions = {
  /** the moment that counts as now for publication, enrolment and review times */
  now: Date
  /** markdown to sanitised HTML */
  renderMarkdown(markdown: string): string
  /** password to argon2id hash */
  hashPassword(password: string): Promise<string>
  /** stores a file under a key; the same key may be stored again with the same bytes */
  putFile(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  durationBucket(duration: { min: number; max: number; unit: DurationUnit }): DurationBucket
  /** throws when it is not the document of a certification's scheme */
  checkScheme(document: unknown): void
  /** an item of an exam as its row: key and rationale sealed for the id; throws when it does not fit together */
  sealItem(item: unknown): {
    id: string
    content: object
    points: number
    keySealed: string
    rationaleSealed: string
  }
  /** told about references to content that is not there; the reference is left out */
  onWarning?(message: string): void
  /** folder to read instead of the content that ships */
  contentDir?: string
}

/** Every demo account signs in with this. */
export const DEMO_PASSWORD = 'archway-demo-1'
