import 'server-only'
import { getGuideBySlug } from '@archway/api/careers/reads/get-guide'
import { getOfferingBySlug } from '@archway/api/catalog/reads/get-offering'
import { getProviderBySlug } from '@archway/api/providers/reads/providers'
import { getTranslations } from 'next-intl/server'
import { deps } from '@/lib/deps'

/** The words on a social image. */
export type SocialCard = { eyebrow: string; title: string; details: string[] }

export const socialKinds = [
  'page',
  'guide',
  'course',
  'program',
  'certification',
  'provider',
] as const
export type SocialKind = (typeof socialKinds)[number]

const pages = ['home', 'guides', 'catalogue', 'providers', 'about'] as const

/** What the image of a page says, or null when there is no such page. */
export async function findSocialCard(kind: SocialKind, slug: string): Promise<SocialCard | null> {
  const t = await getTranslations()
  const { db } = deps()
  switch (kind) {
    case 'page': {
      const page = pages.find((name) => name === slug)
      return page
        ? { eyebrow: '', title: t(`social.pages.${page}`), details: [t('common.tagline')] }
        : null
    }
    case 'guide': {
      const guide = await getGuideBySlug(db, slug)
      return (
        guide && {
          eyebrow: t('social.guide'),
          title: guide.question,
          details: [
            t('social.figures', { count: guide.facts.length }),
            t('social.offerings', { count: guide.offerings.length }),
          ],
        }
      )
    }
    case 'provider': {
      const provider = await getProviderBySlug(db, slug)
      return (
        provider && {
          eyebrow: t('social.provider'),
          title: provider.name,
          details: [t('social.offerings', { count: provider.offeringCount })],
        }
      )
    }
    default: {
      const offering = await getOfferingBySlug(db, slug)
      if (!offering || offering.kind !== kind) return null
      return {
        eyebrow: t(`common.kind.${kind}`),
        title: offering.title,
        details: [
          t('social.by', { provider: offering.provider.name }),
          t(`common.level.${offering.level}`),
        ],
      }
    }
  }
}
