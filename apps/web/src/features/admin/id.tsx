import { cn } from '@archway/ui/cn'

/** An identifier that people copy: monospaced, broken anywhere rather than pushing the page wide. */
export function Id({ value, className }: { value: string; className?: string }) {
  return <code className={cn('break-all font-mono text-[0.8125rem]', className)}>{value}</code>
}
