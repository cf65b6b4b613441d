import type { Locale } from '#i18n';
import { m } from '#messages';
import type { ThemeIconName } from '#lib/domain/chain/theme-icons.ts';
import { themeIcons } from '#lib/domain/chain/theme-icons.ts';
import type { ChoiceOption } from '#lib/components/shared/field.ts';
import type { InvitedAs, Mandate, Member } from '#lib/domain/neighbourhood/members.ts';
import type { StaffRole } from '#lib/domain/neighbourhood/types.ts';
import { themeIconNames } from '#lib/domain/neighbourhood/themes.ts';

type Sentence = (inputs?: object, options?: { locale?: Locale }) => string;

const roleWords: Record<StaffRole, Sentence> = {
  facilitator: m.admin_role_facilitator,
  planner: m.admin_role_planner,
  administrator: m.admin_role_administrator
};

/** The word for a role; in the reader's language unless another is asked. */
export function roleWord(role: StaffRole, locale?: Locale): string {
  return roleWords[role]({}, locale ? { locale } : {});
}

const mandateWords: Record<Mandate, Sentence> = {
  steward: m.admin_mandate_steward,
  deputy: m.admin_mandate_deputy,
  member: m.admin_mandate_member
};

/** What somebody may do for their organisation. */
export function mandateWord(mandate: Mandate): string {
  return mandateWords[mandate]();
}

/** What somebody can be invited for, each with what it means. */
export function invitedAsOptions(): ChoiceOption[] {
  const words: Record<InvitedAs, [label: Sentence, help: Sentence]> = {
    facilitator: [m.admin_role_facilitator, m.admin_role_facilitator_help],
    planner: [m.admin_role_planner, m.admin_role_planner_help],
    administrator: [m.admin_role_administrator, m.admin_role_administrator_help],
    organisation: [m.admin_role_organisation, m.admin_role_organisation_help]
  };
  return Object.entries(words).map(([value, [label, help]]) => ({ value, label: label(), help: help() }));
}

/** How a member is called: by their name in an organisation, else by the address they were invited at. */
export function memberName({ name, email }: Pick<Member, 'name' | 'email'>): string {
  return name ?? email ?? m.admin_people_unknown();
}

/** Every icon by its word. */
const iconWords: Record<ThemeIconName, Sentence> = {
  coffee: m.admin_icon_coffee,
  sprout: m.admin_icon_sprout,
  footprints: m.admin_icon_footprints,
  toy: m.admin_icon_toy,
  soup: m.admin_icon_soup,
  book: m.admin_icon_book,
  'house-heart': m.admin_icon_house_heart,
  star: m.admin_icon_star,
  lightbulb: m.admin_icon_lightbulb,
  accessibility: m.admin_icon_accessibility,
  alert: m.admin_icon_alert,
  armchair: m.admin_icon_armchair,
  baby: m.admin_icon_baby,
  ball: m.admin_icon_ball,
  bench: m.admin_icon_bench,
  bike: m.admin_icon_bike,
  building: m.admin_icon_building,
  bus: m.admin_icon_bus,
  camera: m.admin_icon_camera,
  church: m.admin_icon_church,
  clothes: m.admin_icon_clothes,
  dog: m.admin_icon_dog,
  flower: m.admin_icon_flower,
  hammer: m.admin_icon_hammer,
  hand: m.admin_icon_hand,
  handshake: m.admin_icon_handshake,
  house: m.admin_icon_house,
  key: m.admin_icon_key,
  lamp: m.admin_icon_lamp,
  languages: m.admin_icon_languages,
  library: m.admin_icon_library,
  message: m.admin_icon_message,
  moon: m.admin_icon_moon,
  music: m.admin_icon_music,
  package: m.admin_icon_package,
  paint: m.admin_icon_paint,
  party: m.admin_icon_party,
  paw: m.admin_icon_paw,
  people: m.admin_icon_people,
  pin: m.admin_icon_pin,
  puzzle: m.admin_icon_puzzle,
  recycle: m.admin_icon_recycle,
  school: m.admin_icon_school,
  stethoscope: m.admin_icon_stethoscope,
  storage: m.admin_icon_storage,
  sun: m.admin_icon_sun,
  theatre: m.admin_icon_theatre,
  tree: m.admin_icon_tree,
  trees: m.admin_icon_trees,
  trophy: m.admin_icon_trophy,
  utensils: m.admin_icon_utensils,
  water: m.admin_icon_water,
  wrench: m.admin_icon_wrench
};

/** The icons to choose a theme's from. */
export function iconOptions(): ChoiceOption[] {
  return themeIconNames.map((name) => ({ value: name, label: iconWords[name](), icon: themeIcons[name] }));
}
