import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError, z } from 'zod'
import { DomainError } from '../shared/errors'
import type { Context } from './context'
import { toTrpcError } from './error-map'

/**
 * tRPC with our error shape. A client learns the reason (a key of the message catalogue), the details
 * and, for bad input, the fields; never a stack trace or the text of an unexpected error.
 */
const t = initTRPC.context<Context>().create({
  transformer: superjson,
  isDev: false,
  errorFormatter({ shape, error }) {
    const cause = error.cause
    const isOurs = cause instanceof DomainError
    const isInput = cause instanceof ZodError
    return {
      ...shape,
      message:
        isOurs || isInput || error.code !== 'INTERNAL_SERVER_ERROR' ? shape.message : 'internal',
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        reason: isOurs ? cause.reason : isInput ? 'invalid-input' : null,
        details: isOurs ? cause.details : null,
        field: isOurs ? cause.field : null,
        fields: isInput ? z.flattenError(cause).fieldErrors : null,
      },
    }
  },
})

/** Turns our refusals into tRPC's, and logs what nobody expected. */
const mapErrors = t.middleware(async ({ ctx, path, type, next }) => {
  const result = await next()
  if (result.ok) return result
  const { error } = result
  if (error.cause instanceof DomainError) throw toTrpcError(error.cause)
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    ctx.deps.logger.error({ err: error.cause ?? error, path, type }, 'procedure failed')
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'internal' })
  }
  return result
})

const hasNul = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(hasNul)

/** PostgreSQL holds no NUL in a text: such an input is refused here, once for all procedures. */
const refuseNul = t.middleware(async ({ getRawInput, next }) => {
  if (hasNul(await getRawInput())) throw new DomainError('invalid', 'invalid-input')
  return await next()
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory
export const baseProcedure = t.procedure.use(mapErrors).use(refuseNul)
