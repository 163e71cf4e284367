// What became of an organisation's record, in one line of a list. A listing is told as a government's act, with its date; never as a finding of ours.
import type { AlertOf } from "../../domain/alert.ts";
import type { Org } from "../../domain/org.ts";
import { texts } from "../../text/index.ts";
import { escape } from "../escape.ts";
import { type OrgScene, shortListing } from "./listing.ts";

type Kind = AlertOf<"org.recorded" | "org.changed" | "org.listed" | "org.delisted" | "org.withdrawn">["kind"];

export function orgChangeLine(kind: Kind, { was, is }: { was: Org | undefined; is: Org }, scene: OrgScene): string {
  const t = texts(scene.language).digest.org;
  const name = escape(is.name);
  const before = new Set(was?.designations.map((one) => JSON.stringify(one)));
  const fresh = is.designations.filter((one) => !before.has(JSON.stringify(one)));
  return t[kind](name, fresh.map((one) => shortListing(one, scene)).join(", "));
}
