import type { ComponentProps, ElementType } from 'react'

/**
 * What renders a link: `'a'`, or the router's own component. The design system
 * knows no router, so every component that links takes one as `linkComponent`.
 */
export type LinkComponent = ElementType<ComponentProps<'a'> & { href: string }>
