/** Where our own server listens unless PORT says otherwise, for a host that passes /api/ on to it. */
export const ENDPOINT = 'http://127.0.0.1:4321';

/** The largest body a host must let through, in the spelling of nginx and Caddy: the largest envelope in base64, or a form, and its frame. */
export const MOST_OF_A_REPORT = '5m';
