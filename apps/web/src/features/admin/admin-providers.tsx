import type { ReactNode } from 'react'
import { currentActor } from '@/auth/actor'
import { MessagesFor } from '@/lib/messages-for'
import { ApiProvider } from '@/lib/trpc-client'

/** Words, procedures and the reader's time zone for the client components of a page of the dashboard. */
export async function AdminProviders({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  return (
    <MessagesFor
      namespaces={[
        'admin',
        'adminCatalog',
        'adminDisputes',
        'adminBundles',
        'adminCoupons',
        'adminCredentials',
        'adminItems',
        'adminMoney',
        'adminOperations',
        'adminPayouts',
        'adminPurchases',
        'adminSchemes',
        'adminSubscriptions',
        'credentials',
        'examItem',
        'examQuality',
        'membership',
        'orders',
        'teams',
      ]}
      timeZone={actor.type === 'member' ? actor.timeZone : undefined}
    >
      <ApiProvider>{children}</ApiProvider>
    </MessagesFor>
  )
}
