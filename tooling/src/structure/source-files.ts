import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '../paths'

const SKIPPED = /^(node_modules|generated|\.next.*|\.turbo|test-results|playwright-report)$/

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!SKIPPED.test(entry.name)) yield* walk(path)
    } else if (entry.isFile()) yield path
  }
}

/** Every file below the given folders that we write, as paths from the root with forward slashes. */
export const sourceFiles = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    [...walk(join(ROOT, folder))].map((path) => relative(ROOT, path).split('\\').join('/')),
  )
