import { EnvironmentError, parseServerEnv, type ServerEnv } from '@archway/api/shared/env'

/** The validated environment; a bad one ends the process with a message that says what to do. */
export function readEnv(): ServerEnv {
  try {
    return parseServerEnv(process.env)
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
