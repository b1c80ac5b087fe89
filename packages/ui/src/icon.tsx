import type { ComponentProps } from 'react'
import { cn } from './cn'

const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  x: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  filter: 'M4 6h16M7 12h10M10 18h4',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.7 5v14',
  'chevron-down': 'M6 9.5l6 6 6-6',
  'chevron-up': 'M6 14.5l6-6 6 6',
  'chevron-left': 'M14.5 6l-6 6 6 6',
  'chevron-right': 'M9.5 6l6 6-6 6',
  'chevrons-up-down': 'M8 10l4-4 4 4M8 14l4 4 4-4',
  'arrow-up': 'M12 19V5M6 11l6-6 6 6',
  'arrow-down': 'M12 5v14M6 13l6 6 6-6',
  'arrow-left': 'M19 12H5M11 6l-6 6 6 6',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  external: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
  upload: 'M12 16V5M7 10l5-5 5 5M5 19h14',
  download: 'M12 5v11M7 11l5 5 5-5M5 19h14',
  file: 'M7 3.5h7l4 4V20.5H7zM14 3.5v4h4',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4',
  cart: 'M3.5 4.5h2.4l2.2 10.5h9.4l2-7.5H6.6M9.5 19.5h.01M16.5 19.5h.01',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11.5v4.5M12 8h.01',
  warning: 'M12 4.5l8.5 15h-17zM12 10v4.5M12 17h.01',
  danger: 'M8.5 4h7L20 8.5v7L15.5 20h-7L4 15.5v-7zM12 8v5M12 16h.01',
  success: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.5 12.3l2.4 2.4 4.6-5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  user: 'M12 4.5a3.75 3.75 0 1 0 0 7.5 3.75 3.75 0 0 0 0-7.5zM5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5',
  sun: 'M12 8.25a3.75 3.75 0 1 0 0 7.5 3.75 3.75 0 0 0 0-7.5zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1',
  moon: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z',
  monitor: 'M4 5h16v11H4zM9 20h6M12 16v4',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l.8 13h8.4L17 7M10.3 10.5v6M13.7 10.5v6',
  edit: 'M14.5 6.5l3 3M5 19l.8-3.8L16 5l3 3L8.8 18.2z',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
} as const

/** Names of the built-in icons. */
export type IconName = keyof typeof paths

/** All icon names, for the showcase. */
export const iconNames = Object.keys(paths) as IconName[]

export type IconProps = Omit<ComponentProps<'svg'>, 'name'> & { name: IconName; label?: string }

/**
 * A stroke icon in the text's colour, 1.15em unless sized by class. Decorative
 * (hidden from assistive technology) unless a label is given. Plain SVG, so it
 * costs a server component no client code.
 */
export function Icon({ name, label, className, ...props }: IconProps) {
  const a11y = label
    ? { role: 'img', 'aria-label': label }
    : { 'aria-hidden': true as const, focusable: false as const }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, or named by aria-label.
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={dotted.has(name) ? 2.4 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cn('size-[1.15em] shrink-0', className)}
      {...a11y}
      {...props}
    >
      <path d={paths[name]} />
    </svg>
  )
}

const dotted = new Set<IconName>(['more', 'grip'])
