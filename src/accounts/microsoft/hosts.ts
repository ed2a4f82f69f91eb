/** Hosts that Microsoft's accounts and calendars are asked at; the extension may connect to these alone. */
export const microsoftHosts = ['https://graph.microsoft.com', 'https://login.microsoftonline.com'] as const;
