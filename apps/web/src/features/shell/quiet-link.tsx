import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link to a page that is made for each request, so that it is not fetched ahead of the click. */
export function QuietLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
