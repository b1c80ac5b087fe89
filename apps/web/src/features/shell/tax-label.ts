/** A rate as it is printed beside its tax: VAT 25.5%. */
export const taxLabel = (name: string, rateBps: number): string => `${name} ${rateBps / 100}%`
