/** How what speaks for where a buyer is looks. */
export const evidenceLooks = {
  agrees: 'success',
  contradicts: 'warning',
  single: 'neutral',
} as const
