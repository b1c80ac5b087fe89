import { z } from 'zod'
import { cognitiveLevels } from './kinds'
import { objectiveCode } from './list'

export const exchangeFormats = ['csv', 'qti3', 'qti2'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

export const exportItemsInput = z.object({
  offeringId: z.uuid(),
  format: z.enum(exchangeFormats),
})
export type ExportItemsInput = z.infer<typeof exportItemsInput>

/** Bytes of a file that is read, in base64. */
const MAX_BASE64 = 12_000_000

/** `objective` and `level`: for items whose file does not say them. */
export const readFileInput = z.object({
  offeringId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
  base64: z.base64().max(MAX_BASE64),
  objective: objectiveCode,
  level: z.enum(cognitiveLevels),
})
export type ReadFileInput = z.infer<typeof readFileInput>
