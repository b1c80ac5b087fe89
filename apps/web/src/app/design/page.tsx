import { Showcase } from '@archway/ui/showcase/showcase'
import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Design system', robots: { index: false } }

/** Every component in every state, for people who build pages. */
export default function DesignPage() {
  return <Showcase />
}
