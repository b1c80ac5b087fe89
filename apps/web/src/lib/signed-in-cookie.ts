/**
 * Says only that somebody is signed in, readable by scripts: cached pages look at it before they ask
 * who it is. It grants nothing; the session cookie beside it is not readable by scripts.
 */
export const signedInCookie = 'archway-signed-in'
