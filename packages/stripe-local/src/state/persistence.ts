import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Database, TableName } from './database'
import type { Row } from './table'

const fileSchema = z.strictObject({
  version: z.literal(1),
  tables: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
})

/**
 * Keeps the state in one JSON file. A save writes a new file beside it and renames it, so the
 * file on disk is always complete. Requests await `flush` before they answer: what was
 * acknowledged survives `kill -9`. Saves are grouped: all that wait share one write.
 */
export class Persistence {
  private savedWrites = -1
  private current: Promise<void> | null = null
  private next: Promise<void> | null = null
  private readonly texts = new WeakMap<object, string>()

  constructor(
    private readonly db: Database,
    private readonly file: string | undefined,
  ) {}

  /** Reads the file when there is one. A file that is damaged or of another version is refused. */
  load(): void {
    if (!this.file || !existsSync(this.file)) return
    const parsed = fileSchema.safeParse(parseJson(readFileSync(this.file, 'utf8')))
    if (!parsed.success) {
      throw new Error(
        `The local Stripe data file ${this.file} cannot be read. Move it away to start afresh.`,
      )
    }
    for (const name of Object.keys(this.db.tables) as TableName[]) {
      const table = this.db.tables[name] as unknown as { put(row: Row): void }
      for (const row of parsed.data.tables[name] ?? []) table.put(row)
    }
    this.savedWrites = this.db.writes
  }

  /** Resolves once everything written so far is on disk. */
  async flush(): Promise<void> {
    if (!this.file || this.savedWrites === this.db.writes) return this.current ?? undefined
    if (!this.current) {
      this.current = this.save(this.file).finally(() => {
        this.current = null
      })
      return this.current
    }
    this.next ??= this.current
      .catch(() => undefined)
      .then(() => {
        this.next = null
        return this.flush()
      })
    return this.next
  }

  private async save(file: string): Promise<void> {
    const writes = this.db.writes
    const text = this.serialise()
    const temporary = `${file}.${process.pid}.tmp`
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(temporary, text, { mode: 0o600 })
      await rename(temporary, file)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    this.savedWrites = writes
  }

  private serialise(): string {
    const tables = Object.entries(this.db.tables).map(([name, table]) => {
      const rows = (table.all() as object[]).map((row) => this.textOf(row))
      return `${JSON.stringify(name)}:[${rows.join(',\n')}]`
    })
    return `{"version":1,"tables":{\n${tables.join(',\n')}\n}}\n`
  }

  /** Rows never change in place, so the text of each is made once. */
  private textOf(row: object): string {
    const known = this.texts.get(row)
    if (known !== undefined) return known
    const text = JSON.stringify(row)
    this.texts.set(row, text)
    return text
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
