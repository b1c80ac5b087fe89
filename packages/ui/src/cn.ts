import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    theme: { container: ['narrow', 'reading', 'content', 'page', 'wide'] },
    classGroups: { 'font-family': ['font-display'] },
  },
})

/** Joins class names; of two utilities that set the same thing the later one wins. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs))
}
