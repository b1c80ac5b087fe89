/** The mark: two arches, one inside the other. Decorative; the name stands beside it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <path
        d="M3 21V12a9 9 0 0 1 18 0v9"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="square"
      />
      <path
        d="M9 21v-8.5a3 3 0 0 1 6 0V21"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="square"
        className="text-accent"
      />
    </svg>
  )
}
