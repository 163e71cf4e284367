// Whose lists a reader means: a country, an authority, a legal act. Two authorities of one country are taken together, others are asked back.
import type { Reading } from "../../src/command.ts";
import type { Designation, Org } from "../../src/domain/org.ts";
import { countryName } from "../../src/text/country.ts";
import { fold } from "../../src/text/fold.ts";
import { say, texts } from "../../src/text/index.ts";
import { day } from "../../src/text/time.ts";
import { escape } from "../../src/views/escape.ts";
import { stageIn } from "../../src/views/orgs/listing.ts";
import { typedBack } from "../../src/views/orgs/list.ts";

export interface Lists {
  is: "lists";
  /** What a button carries to ask the same again: a code, an id, or the words typed. */
  selector: string;
  /** Whose lists, in a few words. */
  label: string;
  title: string;
  orgs: readonly Org[];
  asked: (designation: Designation) => boolean;
  disputed: readonly string[];
}
export interface NoLists {
  is: "none" | "several";
  hits: readonly { id: string; label: string }[];
}
interface Choice {
  name: string;
  value: string;
}

/** Longer words are no legal act that anyone types; a button has to carry them. */
const WORDS = 60;

export function listsOf(typed: string, context: Reading): Lists | NoLists {
  const country = countriesOf(context).find((one) => one.names.includes(fold(typed)));
  if (country !== undefined) return ofCountry(country.id, context);
  const { known, language, names } = context;
  const instrument = known.instruments.find((one) => one.id === typed);
  if (instrument !== undefined) return ofInstrument(instrument.id, context);
  const found = names.authorities.resolve(typed, language);
  if (found.is === "one") return ofAuthority(found.id, context);
  if (found.is === "several") {
    const countries = new Set(found.hits.map((hit) => known.authorities.find((one) => one.id === hit.id)?.country));
    const [only] = countries;
    return countries.size === 1 && only !== undefined ? ofCountry(only, context) : { is: "several", hits: found.hits };
  }
  return ofWords(typed, context) ?? { is: "none", hits: found.nearest };
}

/** Countries, authorities and legal acts whose name holds what is typed. */
export function listChoices(typed: string, context: Reading): Choice[] {
  const { known, language } = context;
  const all = [
    ...countriesOf(context).map(({ id, names }) => ({
      name: countryName(id, known.areasById, language),
      value: id,
      names,
    })),
    ...known.authorities.map((one) => ({
      name: say(one.name, language),
      value: one.id,
      names: [...one.spellings, say(one.name, language)].map(fold),
    })),
    ...known.instruments.map((one) => ({ name: one.name, value: one.id, names: [fold(one.name)] })),
  ];
  const wanted = fold(typed);
  return all
    .filter(({ names }) => names.some((name) => name.includes(wanted)))
    .slice(0, 25)
    .map(({ name, value }) => ({ name, value }));
}

function countriesOf({ known }: Reading) {
  const ids = [...new Set(known.authorities.map((one) => one.country))];
  return ids.map((id) => ({
    id,
    names: [id, countryName(id, known.areasById, "en"), countryName(id, known.areasById, "es")].map(fold),
  }));
}

function ofCountry(country: string, context: Reading): Lists {
  const { known, language } = context;
  const authorities = known.authorities.filter((one) => one.country === country);
  const [only] = authorities;
  if (authorities.length === 1 && only !== undefined) return { ...ofAuthority(only.id, context), selector: country };
  const t = texts(language).orgs;
  const ids = new Set(authorities.map((one) => one.id));
  const lists = pick(country, (one) => ids.has(one.authority), context);
  const each = authorities.map((one) =>
    t.each(escape(say(one.name, language)), pick("", (other) => other.authority === one.id, context).standing),
  );
  const name = escape(countryName(country, known.areasById, language));
  return titled(lists, name, t.byCountry(name, lists.standing, each.join(", ")), context);
}

function ofAuthority(id: string, context: Reading): Lists {
  const { known, language } = context;
  const lists = pick(id, (one) => one.authority === id, context);
  const authority = known.authorities.find((one) => one.id === id);
  const name = escape(authority === undefined ? id : say(authority.name, language));
  return titled(lists, name, texts(language).orgs.byAuthority(name, lists.standing), context);
}

function ofInstrument(id: string, context: Reading): Lists {
  const { known, language } = context;
  const asked = (one: Designation) => one.instrumentId === id;
  const instrument = known.instruments.find((one) => one.id === id);
  if (instrument === undefined) return pick(id, asked, context);
  const authority = known.authorities.find((one) => one.id === instrument.authority);
  const orgs = known.orgs.filter((org) => instrument.orgs.includes(org.id));
  const by = escape(authority === undefined ? instrument.authority : say(authority.name, language));
  const label = escape(instrument.name);
  const title = texts(language).orgs.byInstrument(label, by, day(instrument.date, language), orgs.length);
  // All that the act names, also those that were taken off since: each line says so.
  const disputed = instrument.disputed.map((one) => escape(say(one, language)));
  return { is: "lists", selector: id, label, title, orgs, asked, disputed };
}

/** `decreto 111`, `E.O. 14059`: every word typed stands in the name of the act. */
function ofWords(typed: string, context: Reading): Lists | undefined {
  const wanted = fold(typed).split(" ");
  if (fold(typed).length < 3 || typed.length > WORDS) return undefined;
  const holds = (text: string | undefined) => {
    const words = fold(text ?? "").split(" ");
    return wanted.every((word) => words.includes(word));
  };
  const named = context.known.instruments.filter((one) => holds(one.name));
  const [only] = named;
  if (named.length === 1 && only !== undefined) return ofInstrument(only.id, context);
  const lists = pick(typed.trim(), (one) => holds(one.instrument?.en) || holds(one.instrument?.es), context);
  if (lists.orgs.length + lists.former === 0) return undefined;
  const label = typedBack(typed);
  return titled(lists, label, texts(context.language).orgs.byText(label, lists.standing), context);
}

/** How many organisations stand on the lists, will, or did: each counted once, by the most that is so of it. */
interface Picked extends Lists {
  standing: number;
  ahead: number;
  former: number;
}

/** Those on the lists, and those that will be: who was taken off is counted and not listed. */
function pick(selector: string, asked: (designation: Designation) => boolean, context: Reading): Picked {
  const scene = { record: context.known, now: context.now };
  const stages = new Map(
    context.known.orgs.map((org) => [org, new Set(org.designations.filter(asked).map((one) => stageIn(one, scene)))]),
  );
  const of = (test: (stages: ReadonlySet<string>) => boolean) =>
    context.known.orgs.filter((org) => test(stages.get(org) ?? new Set()));
  const on = of((all) => all.has("standing") || all.has("ending"));
  const ahead = of((all) => all.has("ahead") && !all.has("standing") && !all.has("ending"));
  const former = of((all) => all.has("former") && all.size === 1);
  const orgs = context.known.orgs.filter((org) => on.includes(org) || ahead.includes(org));
  const counts = { standing: on.length, ahead: ahead.length, former: former.length };
  return { is: "lists", selector, label: "", title: "", orgs, asked, disputed: [], ...counts };
}

function titled(picked: Picked, label: string, title: string, { language }: Reading): Lists {
  const { is, selector, orgs, asked, disputed, ahead, former } = picked;
  return { is, selector, label, title: `${title}${texts(language).orgs.more(ahead, former)}`, orgs, asked, disputed };
}
