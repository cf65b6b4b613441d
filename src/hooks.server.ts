import { building } from '$app/environment';
import { services } from '#lib/server/services.ts';
import type { ServerInit } from '@sveltejs/kit';

/** A server that cannot open its database must not listen: the error stops the import of the built app. */
export const init: ServerInit = async () => {
  if (!building) await services();
};
