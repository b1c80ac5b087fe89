import { appRouter } from '@archway/api/trpc/root'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'
import { refuseForeignOrigin } from '@/lib/same-origin'

const handler = async (request: Request) =>
  refuseForeignOrigin(request) ??
  (await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: async () => ({ actor: await currentActor(), deps: deps() }),
  }))

export { handler as GET, handler as POST }
