/**
 * Whether the database refused a row because another one has its unique key: the last word when two
 * people take the same name at the same moment (Prisma's code P2002).
 */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && Reflect.get(error, 'code') === 'P2002'
