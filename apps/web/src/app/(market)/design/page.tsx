import { Container } from '@archway/ui/container'
import { PageHeader } from '@archway/ui/page-header'
import { Showcase } from '@archway/ui/showcase/showcase'
import type { Metadata } from 'next'

// The words of the showcase are for people who build pages and are not translated.
const title = 'Design system'
const description = 'Every component in every state, in both themes. Hover and tab to see the rest.'

export const metadata: Metadata = { title, description, robots: { index: false } }

/** Every component in every state, for people who build pages. */
export default function DesignPage() {
  return (
    <Container className="py-12">
      <PageHeader title={title} description={description} className="mb-10" />
      <Showcase />
    </Container>
  )
}
