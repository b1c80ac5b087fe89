import { z } from 'zod'
import { slugPattern } from '../../shared/slug'

/** The name of something in an address. */
export const slugText = z.string().max(80).regex(slugPattern, 'slug-invalid')

/** A text that must say something, without the space around it. */
export const line = (max: number) =>
  z.string().trim().min(1, 'text-missing').max(max, 'text-too-long')
