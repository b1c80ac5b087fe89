import 'server-only'
import { env } from '@/env'

/** The address that people can write to: the sender of our mails, without its name. */
export function contactAddress(): string {
  const { from } = env().mail
  return /<([^<>]+)>/.exec(from)?.[1] ?? from
}
