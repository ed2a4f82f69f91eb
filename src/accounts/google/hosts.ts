/** Hosts that Google's accounts and calendars are asked at; the extension may connect to these alone. */
export const googleHosts = ['https://www.googleapis.com', 'https://oauth2.googleapis.com'] as const;
