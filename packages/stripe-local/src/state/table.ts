/** A function that puts back what one write replaced. */
export type Undo = () => void

/** Collects the undo steps of the transaction in progress; null outside one. */
export interface Journal {
  steps: Undo[] | null
  writes: number
}

/** Every stored row is addressed by its id and never changed in place. */
export interface Row {
  readonly id: string
}

/**
 * An ordered map of immutable rows. A write replaces the row, so an event that holds the
 * earlier row keeps its snapshot, and a failed request can put everything back.
 */
export class Table<T extends Row> {
  private readonly rows = new Map<string, T>()

  constructor(private readonly journal: Journal) {}

  get size(): number {
    return this.rows.size
  }

  get(id: string): T | undefined {
    return this.rows.get(id)
  }

  /** Inserts or replaces; an existing row keeps its place in the order. */
  put(row: T): T {
    const before = this.rows.get(row.id)
    this.journal.writes += 1
    this.journal.steps?.push(() => {
      if (before) this.rows.set(row.id, before)
      else this.rows.delete(row.id)
    })
    this.rows.set(row.id, row)
    return row
  }

  /** Removes a row. When rolled back, the row returns at the end of the order. */
  remove(id: string): void {
    const before = this.rows.get(id)
    if (!before) return
    this.journal.writes += 1
    this.journal.steps?.push(() => this.rows.set(id, before))
    this.rows.delete(id)
  }

  clear(): void {
    for (const id of [...this.rows.keys()]) this.remove(id)
  }

  /** Oldest first. */
  all(): T[] {
    return [...this.rows.values()]
  }

  find(test: (row: T) => boolean): T | undefined {
    for (const row of this.rows.values()) if (test(row)) return row
    return undefined
  }

  filter(test: (row: T) => boolean): T[] {
    const found: T[] = []
    for (const row of this.rows.values()) if (test(row)) found.push(row)
    return found
  }
}
