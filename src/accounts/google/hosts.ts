/** Hosts that Google's accounts, calendars and mail are asked at; the extension may connect to these alone. */
export const googleHosts = [
  'https://www.googleapis.com',
  'https://oauth2.googleapis.com',
  'https://gmail.googleapis.com',
] as const;
