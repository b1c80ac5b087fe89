import 'server-only'
import { env } from '@/env'

/** Services that one can sign in with here, as configured. */
export function configuredServices(): { id: string; name: string }[] {
  const { google, github, linkedin, microsoft } = env().oauth
  return [
    ...(google ? [{ id: 'google', name: 'Google' }] : []),
    ...(github ? [{ id: 'github', name: 'GitHub' }] : []),
    ...(linkedin ? [{ id: 'linkedin', name: 'LinkedIn' }] : []),
    ...(microsoft ? [{ id: 'microsoft-entra-id', name: 'Microsoft' }] : []),
  ]
}
