import { fileURLToPath } from 'node:url';

/** Root of the project, without a trailing slash. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
