import { m } from '#messages';
import type { Refusal } from './refusal.ts';

/** 421: the request was meant for another address (RFC 9110, 15.5.20). */
export const unknownHost = (host: string): Refusal => ({
  status: 421,
  title: (locale) => m.server_unknown_host_title({}, { locale }),
  detail: (locale) => m.server_unknown_host_detail({ host }, { locale })
});

export const crossSite: Refusal = {
  status: 403,
  title: (locale) => m.server_cross_site_title({}, { locale }),
  detail: (locale) => m.server_cross_site_detail({}, { locale })
};

/** @param limit in bytes */
export const tooLarge = (limit: number): Refusal => ({
  status: 413,
  title: (locale) => m.server_too_large_title({}, { locale }),
  detail: (locale) => m.server_too_large_detail({ megabytes: Math.floor(limit / 1024 / 1024) }, { locale })
});
