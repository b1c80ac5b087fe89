import { cacheLife, cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { buildParam } from '@/lib/build-param'
import { deps } from '@/lib/deps'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ locale: buildParam }]

async function load() {
  'use cache'
  cacheTag('catalog')
  cacheLife('hours')
  return { users: await deps().db.user.count(), at: new Date().toISOString() }
}

export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (locale === buildParam) notFound()
  const x = await load()
  return (
    <main>
      hello {x.users} {x.at}
    </main>
  )
}
