import { dayOf } from '@archway/api/schemes/rules/calendar'
import { isSlug } from '@archway/api/shared/slug'
import { Breadcrumb } from '@archway/ui/breadcrumb'
import { Container } from '@archway/ui/container'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { CalculatorAnswer } from '@/features/schemes/calculator-answer'
import { CalculatorForm } from '@/features/schemes/calculator-form'
import { type RawParams, readCalculatorInput } from '@/features/schemes/calculator-input'
import { loadScheme } from '@/features/schemes/loaders'
import { deps } from '@/lib/deps'
import { pageMetadata } from '@/lib/page-metadata'
import { calculatorPath, offeringPath, socialImagePath } from '@/lib/paths'

/** Made for each request: the days are in the address, and nothing of them is kept. */
export const instant = false

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<RawParams> }

async function requireScheme(params: Props['params']) {
  const { slug } = await params
  return (isSlug(slug) ? await loadScheme(slug) : null) ?? notFound()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, title } = await requireScheme(params)
  const t = await getTranslations('schemes.calculator')
  return pageMetadata({
    title: t('title', { title }),
    description: t('metaDescription'),
    path: calculatorPath(slug),
    image: socialImagePath('certification', slug),
  })
}

export default async function CalculatorPage({ params, searchParams }: Props) {
  await connection()
  const scheme = await requireScheme(params)
  const input = await searchParams
  const today = dayOf(deps().clock.now())
  const entered = readCalculatorInput(input, today)
  const t = await getTranslations('schemes.calculator')
  const path = offeringPath({ kind: 'certification', slug: scheme.slug })
  return (
    <Container className="pt-8 pb-16">
      <PageHeader
        title={t('title', { title: scheme.title })}
        description={t('description')}
        breadcrumb={
          <Breadcrumb
            label={(await getTranslations('catalog'))('breadcrumb')}
            linkComponent={Link}
            items={[{ label: scheme.title, href: path }, { label: t('show') }]}
          />
        }
      />
      <div className="mt-10 grid gap-x-14 gap-y-12 lg:grid-cols-2">
        <div className="grid content-start gap-6">
          <CalculatorForm input={entered} today={today} />
          <Link href={`${path}#rules`} className="justify-self-start text-link">
            {t('back')}
          </Link>
        </div>
        <CalculatorAnswer scheme={scheme} sittings={entered.sittings} today={today} />
      </div>
    </Container>
  )
}
