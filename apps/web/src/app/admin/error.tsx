'use client'

import PageError from '../error'

/** The same words inside the dashboard's frame, so that the way to its other pages stays open. */
export default function AdminError(props: Parameters<typeof PageError>[0]) {
  return <PageError {...props} />
}
