import type { DbOrTx } from '@archway/db/client'
import { DomainError } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import {
  columnMapping,
  type ImportDetail,
  type ImportDto,
  type ImportIssue,
  importPreview,
} from '../schema/imports'

const select = {
  id: true,
  source: true,
  fileName: true,
  sizeBytes: true,
  state: true,
  totalRows: true,
  processedRows: true,
  createdRows: true,
  updatedRows: true,
  unchangedRows: true,
  rejectedRows: true,
  error: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  createdBy: { select: { name: true, email: true } },
} as const

type Row = Omit<ImportDto, 'sizeBytes' | 'counts' | 'createdBy'> & {
  sizeBytes: bigint
  createdRows: number
  updatedRows: number
  unchangedRows: number
  rejectedRows: number
  createdBy: { name: string | null; email: string } | null
}

const toDto = ({
  createdRows,
  updatedRows,
  unchangedRows,
  rejectedRows,
  createdBy,
  sizeBytes,
  ...row
}: Row): ImportDto => ({
  ...row,
  sizeBytes: Number(sizeBytes),
  createdBy: createdBy?.name ?? createdBy?.email ?? null,
  counts: {
    created: createdRows,
    updated: updatedRows,
    unchanged: unchangedRows,
    rejected: rejectedRows,
  },
})

/** Imports, newest first. */
export async function listImports(
  db: DbOrTx,
  input: { page: number; pageSize: number },
): Promise<Page<ImportDto>> {
  const [rows, total] = await Promise.all([
    db.catalogImport.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select,
    }),
    db.catalogImport.count(),
  ])
  return { rows: rows.map(toDto), total, page: input.page, pageSize: input.pageSize }
}

/** One import with its mapping and what its preview found. NOT_FOUND when there is none. */
export async function requireImport(db: DbOrTx, importId: string): Promise<ImportDetail> {
  const row = await db.catalogImport.findUnique({
    where: { id: importId },
    select: { ...select, mapping: true, preview: true },
  })
  if (row === null) throw new DomainError('not_found', 'not-found', { noun: 'import' })
  const { mapping, preview, ...rest } = row
  return {
    ...toDto(rest),
    mapping: columnMapping.safeParse(mapping).data ?? null,
    preview: importPreview.safeParse(preview).data ?? null,
  }
}

/** Why rows were rejected and what was noticed about others, by line. */
export async function listImportIssues(
  db: DbOrTx,
  input: {
    importId: string
    severity?: 'rejected' | 'warning' | undefined
    page: number
    pageSize: number
  },
): Promise<Page<ImportIssue>> {
  const where = {
    importId: input.importId,
    ...(input.severity ? { severity: input.severity } : {}),
  }
  const [rows, total] = await Promise.all([
    db.catalogImportIssue.findMany({
      where,
      orderBy: [{ line: 'asc' }, { field: 'asc' }, { severity: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: { line: true, field: true, severity: true, reason: true, value: true },
    }),
    db.catalogImportIssue.count({ where }),
  ])
  return { rows, total, page: input.page, pageSize: input.pageSize }
}
