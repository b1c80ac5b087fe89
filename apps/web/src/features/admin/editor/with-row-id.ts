/** A row that is saved is known by its place, which is the same on the server and in the browser. */
export const withRowId = <Part extends object>(
  part: Part,
  place: number,
): Part & { id: string } => ({
  ...part,
  id: `saved-${place}`,
})
