import { createDb } from '@archway/db/client'
import { seedDemo as loadDemo } from '@archway/db/seed/seed-demo'

import { draftVersion } from './bank/commands/draft-version'
import { seedItem } from './bank/schema/seed-item'
import { createItemSealer } from './bank/sealing'
import { durationBucket } from './catalog/rules/duration'
import { schemeDocument } from './schemes/schema/document'
import { seedExamForms } from './seed-exam-forms'
import { renderMarkdown } from './shared/markdown'
import { hashPassword } from './shared/password'
import { createFileStore, type StorageSettings } from './shared/storage'

/**
 * Loads the demo catalogue, accounts and files into a migrated database. Safe to repeat: answers false
 * and changes nothing when the demo is there already. Throws, naming file and place, on broken content.
 */
export async function seedDemo(
  settings: {
    databaseUrl: string
    storage: StorageSettings
    examKeysSecrets: readonly [string, ...string[]]
  },
  options: { now?: Date; onWarning?: (message: string) => void } = {},
): Promise<boolean> {
  const db = createDb(settings.databaseUrl, { poolSize: 2 })
  const files = createFileStore(settings.storage)
  const sealer = createItemSealer(settings.examKeysSecrets)
  try {
    const now = options.now ?? new Date()
    const isNew = await loadDemo(db, {
      now,
      renderMarkdown,
      durationBucket,
      hashPassword,
      checkScheme: (document) => schemeDocument.parse(document),
      sealItem: (item) => draftVersion(sealer, seedItem(item)),
      putFile: (key, bytes, contentType) => files.put(key, bytes, { contentType }),
      onWarning: options.onWarning,
    })
    if (isNew) await seedExamForms(db, now)
    return isNew
  } finally {
    await db.$disconnect()
  }
}
