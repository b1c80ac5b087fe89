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
  private readonly openRows = new Map<string, T>()

  /** `isOpen` marks rows that are asked for all the time, so that they are found without a search. */
  constructor(
    private readonly journal: Journal,
    private readonly isOpen: (row: T) => boolean = () => false,
  ) {}

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
      if (before) this.set(before)
      else this.unset(row.id)
    })
    this.set(row)
    return row
  }

  /** Removes a row. When rolled back, the row returns at the end of the order. */
  remove(id: string): void {
    const before = this.rows.get(id)
    if (!before) return
    this.journal.writes += 1
    this.journal.steps?.push(() => this.set(before))
    this.unset(id)
  }

  clear(): void {
    for (const id of [...this.rows.keys()]) this.remove(id)
  }

  /** The rows that `isOpen` marks, in no particular order. */
  open(): T[] {
    return [...this.openRows.values()]
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

  private set(row: T): void {
    this.rows.set(row.id, row)
    if (this.isOpen(row)) this.openRows.set(row.id, row)
    else this.openRows.delete(row.id)
  }

  private unset(id: string): void {
    this.rows.delete(id)
    this.openRows.delete(id)
  }
}
