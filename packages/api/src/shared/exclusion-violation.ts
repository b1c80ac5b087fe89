/**
 * Whether the database refused a row because an exclusion constraint keeps the two apart: windows of
 * time that meet (SQLSTATE 23P01, which Prisma hands on in its message).
 */
export const isExclusionViolation = (error: unknown): boolean =>
  error instanceof Error && /23P01|exclusion constraint/.test(error.message)
