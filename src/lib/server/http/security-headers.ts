import type { ServerResponse } from 'node:http';

/**
 * Headers every answer carries; the content security policy is SvelteKit's, because it holds the page's nonces.
 * @param isSecure whether the visitor came by https, and may be told to keep doing so
 */
export function setSecurityHeaders(response: ServerResponse, isSecure: boolean): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  // Follow codes and one-time links stand in addresses: other sites get the bare origin.
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader(
    'permissions-policy',
    'geolocation=(self), camera=(self), microphone=(), payment=(), usb=()'
  );
  if (isSecure) response.setHeader('strict-transport-security', 'max-age=31536000');
}
