import type { GuideOffering } from '@archway/api/careers/schema/guide'

/** What a guide hands to the card that the page gives it (cards belong to the catalogue). */
export type GuideOfferingCard = {
  guideOffering: GuideOffering
  headingLevel: 4 | 6
}
