import { z } from 'zod'
import { slugPattern } from '../../shared/slug'
import { schemeDocument } from './document'

export const schemeSlugInput = z.object({ slug: z.string().max(120).regex(slugPattern) })

/** The next version of a certification's rules, and why it is published. */
export const publishSchemeInput = schemeSlugInput.extend({
  /** the version that it was written on top of; 0: there was none */
  version: z.int().min(0),
  document: schemeDocument,
  reason: z.string().trim().min(3).max(500),
})
export type PublishSchemeInput = z.infer<typeof publishSchemeInput>
