/** What the figures of an item can ask for, in the order of charts and legends. */
export const verdicts = ['unknown', 'sound', 'review', 'quarantine'] as const
