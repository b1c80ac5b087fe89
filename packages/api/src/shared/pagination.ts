import { z } from 'zod'

/** A page of a list that is addressed by number, as tables and public lists do. */
export const pageInput = z.object({
  page: z.number().int().min(1).max(10_000).default(1),
  pageSize: z.number().int().min(1).max(200).default(25),
})

export type Page<Row> = { rows: Row[]; total: number; page: number; pageSize: number }

/** Rows to skip for a page. */
export const offsetOf = ({ page, pageSize }: { page: number; pageSize: number }) =>
  (page - 1) * pageSize
