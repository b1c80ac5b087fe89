import { isSlug } from '@archway/api/shared/slug'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OfferingRoute, offeringMetadata } from '@/app/(market)/offering-route'
import { buildParam } from '@/lib/build-param'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ slug: buildParam }]

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return await offeringMetadata('program', (await params).slug)
}

export default async function ProgramPage({ params }: Props) {
  const { slug } = await params
  if (!isSlug(slug)) notFound()
  return <OfferingRoute kind="program" slug={slug} />
}
