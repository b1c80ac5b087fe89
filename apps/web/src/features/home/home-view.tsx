import type { Money } from '@archway/api/shared/money'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { useTranslations } from 'next-intl'
import { Hero } from './hero'
import type { Home } from './loaders'
import { MembershipBand } from './membership-band'
import { type CardComponent, OfferingShelf } from './offering-shelf'
import { Proof } from './proof'
import { Steps } from './steps'
import { TopicList } from './topic-list'

const topicsInHero = 5

/** The home page: the question, the proof, the way, and what there is. */
export function HomeView({
  home,
  membershipPrices,
  card,
}: {
  home: Home
  /** what the membership costs by the month, in each currency */
  membershipPrices: readonly Money[]
  card: CardComponent
}) {
  const t = useTranslations('home')
  const { catalogue, guides } = home
  const topics = catalogue.topics.filter((topic) => topic.offeringCount > 0)
  const broadest = topics
    .toSorted((one, other) => other.offeringCount - one.offeringCount)
    .slice(0, topicsInHero)
  return (
    <Container size="wide">
      <Hero guides={guides} topics={broadest} />
      <Proof catalogue={catalogue} facts={home.facts} />
      <div className="mt-20 grid gap-20">
        <Steps />
        <OfferingShelf
          title={t('own.heading')}
          description={t('own.description')}
          more={t('own.more')}
          href="/providers/archway-academy"
          offerings={catalogue.featured}
          card={card}
        />
        <MembershipBand prices={membershipPrices} />
        <OfferingShelf
          title={t('popular.heading')}
          description={t('popular.description')}
          more={t('popular.more')}
          href="/catalogue"
          offerings={catalogue.popular}
          card={card}
        />
        <OfferingShelf
          title={t('certifications.heading')}
          description={t('certifications.description')}
          more={t('certifications.more')}
          href="/catalogue?kind=certification"
          offerings={catalogue.certifications}
          card={card}
        />
        {catalogue.counts.offerings === 0 ? (
          <EmptyState title={t('empty.title')} description={t('empty.description')} />
        ) : null}
        <TopicList topics={topics} />
      </div>
    </Container>
  )
}
