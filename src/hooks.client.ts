import { overwriteGetLocale, toLocale, baseLocale } from '#i18n';

// The server chose the language of this page; asking again here could choose another one for half of it.
overwriteGetLocale(() => toLocale(document.documentElement.lang) ?? baseLocale);
