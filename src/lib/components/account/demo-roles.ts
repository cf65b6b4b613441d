import { m } from '#messages';

const words: Record<string, () => string> = {
  riet: m.account_demo_role_riet,
  fatma: m.account_demo_role_fatma,
  anja: m.account_demo_role_anja,
  bram: m.account_demo_role_bram,
  ilse: m.account_demo_role_ilse,
  noor: m.account_demo_role_noor,
  ruben: m.account_demo_role_ruben,
  sanne: m.account_demo_role_sanne
};

/** What a person of the demo story is, in a few words. */
export function roleWords(key: string): string {
  return words[key]?.() ?? '';
}
