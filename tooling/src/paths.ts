import { fileURLToPath } from 'node:url'

/** The folder that holds everything of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Everything that running makes: database, files, mails, logs, secrets. Never committed. */
export const DATA_DIR = fileURLToPath(new URL('../../.data', import.meta.url))
