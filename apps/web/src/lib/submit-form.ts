import 'server-only'
import { DomainError } from '@archway/api/shared/errors'
import { TRPCError } from '@trpc/server'
import { unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ZodError, z } from 'zod'
import type { FormState } from './form-state'

const secretFields = /password|token/i

function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !secretFields.test(name) && !name.startsWith('$')) {
      values[name] = value
    }
  }
  return values
}

/** The refusal behind an error, however deep it came from. */
function refusalOf(error: unknown): DomainError | ZodError | null {
  if (error instanceof DomainError || error instanceof ZodError) return error
  if (error instanceof TRPCError) return refusalOf(error.cause)
  return null
}

async function sentences(error: DomainError | ZodError): Promise<Partial<FormState>> {
  const t = await getTranslations('errors')
  const say = (key: string, values?: Record<string, string | number>) =>
    t.has(key as never) ? t(key as never, values as never) : t('field-invalid')
  if (error instanceof ZodError) {
    const { fieldErrors } = z.flattenError(error) as { fieldErrors: Record<string, string[]> }
    return {
      message: t('invalid-input'),
      fieldErrors: Object.fromEntries(
        Object.entries(fieldErrors).map(([field, keys]) => [field, say(keys[0] ?? '')]),
      ),
    }
  }
  const details = Object.fromEntries(
    Object.entries(error.details).map(([key, value]) => [
      key,
      typeof value === 'number' ? value : String(value),
    ]),
  )
  const sentence = say(error.reason, details)
  return error.field
    ? { message: t('invalid-input'), fieldErrors: { [error.field]: sentence } }
    : { message: sentence }
}

/**
 * Runs a form: checks what was typed, does the work, and turns refusals into sentences beside the
 * fields. Redirects and unexpected errors go on their way.
 */
export async function submitForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  work: (input: z.output<Schema>) => Promise<string | null | undefined>,
): Promise<FormState> {
  const values = typedValues(form)
  try {
    const message = await work(schema.parse(Object.fromEntries(form)))
    return { status: 'done', message: message ?? null, fieldErrors: {}, values }
  } catch (error) {
    unstable_rethrow(error)
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return {
      status: 'error',
      message: null,
      fieldErrors: {},
      values,
      ...(await sentences(refusal)),
    }
  }
}
