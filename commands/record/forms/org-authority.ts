// Who lists, as it is typed: an authority of the record, or a new one by `new: Name, Country`. Two bearers of a name are never guessed between.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { Authority } from "../../../src/domain/org.ts";
import { say, texts } from "../../../src/text/index.ts";
import { escape } from "../../../src/views/escape.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";
import { countryOf, textIn } from "./org-read.ts";

export interface Lister {
  authority: Authority;
  /** Where it joins the record by this form. */
  draft?: Draft;
}

/** `token`: letters and figures of this form's own, from which a new authority gets its id. */
export function authorityOf(typed: string, token: string, context: Context): Lister {
  const { names, known, language } = context;
  const t = texts(language).recordOrg;
  const [, fresh] = /^(?:new|nueva?o?)\s*:\s*(.*)$/i.exec(typed) ?? [];
  if (fresh !== undefined) return newAuthority(fresh, token, context);
  const found = names.authorities.resolve(typed, language);
  if (found.is === "several")
    throw new Refusal(t.twoNames(typedBack(typed), found.hits.map(({ label }) => escape(label)).join("; ")));
  // A country stands for its authority where it has one that lists.
  const [own, ...others] = known.authorities.filter(({ country }) => country === typed.toUpperCase());
  if (own !== undefined && others.length === 0) return { authority: own };
  const authority = found.is === "one" ? known.authorities.find(({ id }) => id === found.id) : undefined;
  if (authority !== undefined) return { authority };
  const all = known.authorities.map((one) => escape(say(one.name, language)));
  throw new Refusal(t.bad.authority(typedBack(typed), all.join("; ")));
}

function newAuthority(typed: string, token: string, context: Context): Lister {
  const { names, known, language } = context;
  const t = texts(language).recordOrg.bad;
  const comma = typed.lastIndexOf(",");
  const name = typed.slice(0, comma).trim();
  if (comma < 0 || name === "") throw new Refusal(t.newAuthority);
  const country = countryOf(typed.slice(comma + 1).trim(), context);
  const found = names.authorities.resolve(name, language);
  const standing = found.is === "one" ? known.authorities.find(({ id }) => id === found.id) : undefined;
  // Typed as new, and known after all: it must not stand there twice.
  if (standing !== undefined && standing.country === country) return { authority: standing };
  const authority = Authority.parse({ id: idOf(country, token), name: textIn(language, name), country });
  return { authority, draft: { kind: "authority.recorded", subject: authority.id, content: authority } };
}

/** `PE` and the form's token -> `pe-qxkd...`: an authority's id has letters alone. */
function idOf(country: string, token: string): string {
  const letters = Array.from(token, (sign) => (/\d/.test(sign) ? "ghijklmnop"[Number(sign)] : sign.toLowerCase()));
  return `${country.toLowerCase()}-${letters.join("").replaceAll(/[^a-z]/g, "")}`;
}
