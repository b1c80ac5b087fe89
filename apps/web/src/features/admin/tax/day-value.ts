/** A day as a field of type date takes it; empty for none. */
export const dayValue = (day: Date | null): string => day?.toISOString().slice(0, 10) ?? ''
