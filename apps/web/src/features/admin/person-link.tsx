import Link from 'next/link'

/** A person by name, with the way to their page for those who may see it. */
export function PersonLink({
  person,
  isLinked,
}: {
  person: { id: string; name: string | null; email: string }
  isLinked: boolean
}) {
  const name = person.name ?? person.email
  return isLinked ? (
    <Link href={`/admin/people/${person.id}`} className="break-words">
      {name}
    </Link>
  ) : (
    name
  )
}
