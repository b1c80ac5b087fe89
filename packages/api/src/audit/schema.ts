import { z } from 'zod'
import { pageInput } from '../shared/pagination'

export const auditListInput = pageInput.extend({
  /** action, entity id, actor or reason */
  search: z.string().trim().max(200).default(''),
  action: z.string().max(60).default(''),
  entityType: z.string().max(60).default(''),
  entityId: z.string().max(200).default(''),
  actorId: z.uuid().optional(),
  from: z.date().optional(),
  to: z.date().optional(),
  sort: z.enum(['at', 'action', 'actorName']).default('at'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AuditListInput = z.infer<typeof auditListInput>

const tableName = z.string().regex(/^[a-z-]{2,40}$/)
export const savedViewsInput = z.object({ table: tableName })
export const saveViewInput = z.object({
  table: tableName,
  name: z.string().trim().min(1, 'name-missing').max(60),
  /** the list's query string, without the question mark */
  query: z.string().max(2000),
})
export const deleteViewInput = z.object({ id: z.uuid() })

export const auditEntryInput = z.object({ id: z.string().regex(/^\d{1,18}$/) })
export const recordExportInput = z.object({
  table: tableName,
  /** the list's query string, without the question mark */
  query: z.string().max(2000),
})
