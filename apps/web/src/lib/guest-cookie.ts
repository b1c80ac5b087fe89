/** Holds the secret of a browser that has checked out without an account; scripts cannot read it. */
export const guestCookie = 'archway-guest'
