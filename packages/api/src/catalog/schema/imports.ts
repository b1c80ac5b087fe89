import { z } from 'zod'
import { pageInput } from '../../shared/pagination'

/** What a column of a file can be. `title` and `provider` must be there. */
export const importFields = [
  'id',
  'title',
  'provider',
  'skills',
  'rating',
  'url',
  'enrolled',
  'description',
  'ratingCount',
  'level',
  'type',
  'duration',
  'language',
] as const
export type ImportField = (typeof importFields)[number]

/** Field → name of the column that holds it. Columns that are not named are left out. */
export const columnMapping = z
  .partialRecord(z.enum(importFields), z.string().min(1).max(200))
  .refine((mapping) => mapping.title !== undefined, { message: 'title-column-missing' })
  .refine((mapping) => mapping.provider !== undefined, { message: 'provider-column-missing' })
export type ColumnMapping = Partial<Record<ImportField, string>>

export const importStates = [
  'uploaded',
  'previewing',
  'previewed',
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
] as const
export type ImportState = (typeof importStates)[number]

/** Name of the list that a file is from: rows are known by it, so the same list always needs the same name. */
export const importSource = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)

export const importInput = z.object({ importId: z.uuid() })
export const setMappingInput = importInput.extend({ mapping: columnMapping })
export const listImportsInput = pageInput
export const importIssuesInput = importInput.extend({
  ...pageInput.shape,
  severity: z.enum(['rejected', 'warning']).optional(),
})

export const importCounts = z.object({
  total: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
})
export type ImportCounts = z.infer<typeof importCounts>

/** `reason` is a key of the message catalogue (`import-issues.<reason>`); `value` is what stood in the file. */
export const importIssue = z.object({
  line: z.number(),
  field: z.string(),
  severity: z.enum(['rejected', 'warning']),
  reason: z.string(),
  value: z.string().nullable(),
})
export type ImportIssue = z.infer<typeof importIssue>

/** What a preview found, without having changed anything. */
export const importPreview = z.object({
  columns: z.array(z.string()),
  /** the first rows as they stand in the file, for the mapping form */
  sample: z.array(z.array(z.string())),
  encoding: z.string(),
  delimiter: z.string(),
  mapping: z.partialRecord(z.enum(importFields), z.string()),
  counts: importCounts,
  newProviders: z.array(z.string()),
  newSkills: z.number(),
  warnings: z.number(),
  /** the first fifty */
  issues: z.array(importIssue),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importDto = z.object({
  id: z.string(),
  source: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  state: z.enum(importStates),
  /** null until the preview has counted them */
  totalRows: z.number().nullable(),
  processedRows: z.number(),
  counts: importCounts.omit({ total: true }),
  error: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
})
export type ImportDto = z.infer<typeof importDto>

export const importDetail = importDto.extend({
  mapping: z.partialRecord(z.enum(importFields), z.string()).nullable(),
  preview: importPreview.nullable(),
})
export type ImportDetail = z.infer<typeof importDetail>
