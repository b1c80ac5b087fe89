import Link from 'next/link'

/** Somebody in a row of a table: the name with the address below it, or the address alone. */
export function PersonCell({
  person,
  href,
}: {
  person: { name: string | null; email: string }
  /** where the name leads */
  href?: string
}) {
  const name = person.name ?? person.email
  return (
    <span className="block min-w-0">
      {href ? (
        <Link href={href} className="block truncate">
          {name}
        </Link>
      ) : (
        <span className="block truncate">{name}</span>
      )}
      {person.name ? (
        <span className="block truncate text-muted-foreground text-xs">{person.email}</span>
      ) : null}
    </span>
  )
}
