import { Badge } from '@archway/ui/badge'
import { Container } from '@archway/ui/container'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { loadAchievement } from '@/features/credentials/loaders'
import { formatsFor, siteReader } from '@/lib/formats'

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { content, issuer } = await loadAchievement((await params).id)
  const t = await getTranslations('credentials.achievement')
  return {
    title: content.name,
    description: t('description', { title: content.name, issuer: issuer.name }),
    robots: { index: false },
  }
}

/** What was certified, as credentials name it: stays as it was, whatever becomes of the offering. */
export default async function AchievementPage({ params }: Props) {
  const achievement = await loadAchievement((await params).id)
  const t = await getTranslations('credentials')
  const { content, issuer, offering } = achievement
  return (
    <Container size="content" className="grid gap-10 py-12 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div>
        <p className="text-muted-foreground">{issuer.name}</p>
        <h1 className="mt-2 font-display text-4xl">{content.name}</h1>
        <p className="mt-6 max-w-prose">{content.description}</p>
        <h2 className="mt-8 font-display text-2xl">{t('achievement.criteria')}</h2>
        <p className="mt-3 max-w-prose">{content.criteria}</p>
        <ul className="mt-6 flex flex-wrap gap-2">
          {content.skills.map((skill) => (
            <li key={skill}>
              <Badge>{skill}</Badge>
            </li>
          ))}
        </ul>
        <p className="mt-8 text-muted-foreground text-sm">
          {t('achievement.version', {
            version: achievement.version,
            date: formatsFor(siteReader).date(achievement.createdAt),
          })}
        </p>
        <p className="mt-1 max-w-prose text-muted-foreground text-sm">{t('achievement.note')}</p>
        {offering && offering.kind !== 'membership' ? (
          <p className="mt-6">
            <Link href={`/${offering.kind}s/${offering.slug}`} className="text-link">
              {t(`page.goTo.${content.kind}`)}
            </Link>
          </p>
        ) : null}
      </div>
      <img
        src={`/api/achievements/${achievement.id}.png`}
        alt=""
        width={192}
        height={192}
        className="rounded-xl"
      />
    </Container>
  )
}
