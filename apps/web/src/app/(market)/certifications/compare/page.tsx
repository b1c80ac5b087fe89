import { dayOf } from '@archway/api/schemes/rules/calendar'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import type { RawParams } from '@/features/schemes/calculator-input'
import { COMPARED_AT_MOST, ComparisonForm } from '@/features/schemes/comparison-form'
import { ComparisonTable } from '@/features/schemes/comparison-table'
import { loadScheme, loadSchemeTitles } from '@/features/schemes/loaders'
import { deps } from '@/lib/deps'
import { pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

/** Made for each request: what is compared is in the address. */
export const instant = false

type Props = { searchParams: Promise<RawParams> }

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const t = await getTranslations('schemes.comparison')
  return pageMetadata({
    title: t('title'),
    description: t('metaDescription'),
    path: '/certifications/compare',
    image: socialImagePath('page', 'catalogue'),
  })
}

export default async function ComparisonPage({ searchParams }: Props) {
  await connection()
  const { with: asked } = await searchParams
  const titles = await loadSchemeTitles()
  const known = new Set(titles.map(({ slug }) => slug))
  const chosen = [...new Set([asked ?? []].flat())]
    .filter((slug) => known.has(slug))
    .slice(0, COMPARED_AT_MOST)
  const schemes = (await Promise.all(chosen.map(loadScheme))).filter((scheme) => scheme !== null)
  const t = await getTranslations('schemes.comparison')
  return (
    <Container className="pt-8 pb-16">
      <PageHeader title={t('title')} description={t('description')} />
      <div className="mt-8 grid gap-10">
        <ComparisonForm titles={titles} chosen={chosen} />
        {schemes.length === 0 ? (
          <EmptyState title={t('none')} description={t('noneDescription')} />
        ) : (
          <ComparisonTable schemes={schemes} today={dayOf(deps().clock.now())} />
        )}
      </div>
    </Container>
  )
}
