import type { OfferingCard } from '@archway/api/catalog/schema/search'
import { Icon } from '@archway/ui/icon'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import type { ComponentType } from 'react'

/** Draws one offering; belongs to the catalogue, so the page hands it in. */
export type CardComponent = ComponentType<{ offering: OfferingCard }>

/** A titled row of offerings with the way to more of them. Nothing when there are none. */
export function OfferingShelf({
  title,
  description,
  more,
  href,
  offerings,
  card: Card,
}: {
  title: string
  description: string
  more: string
  href: string
  offerings: OfferingCard[]
  card: CardComponent
}) {
  if (offerings.length === 0) return null
  return (
    <Section
      title={title}
      description={description}
      action={
        <Link href={href} prefetch={false} className="inline-flex items-center gap-1.5 text-link">
          {more}
          <Icon name="arrow-right" className="size-4" />
        </Link>
      }
    >
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {offerings.map((offering) => (
          <li key={offering.id} className="min-w-0">
            <Card offering={offering} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
