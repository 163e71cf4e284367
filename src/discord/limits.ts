// Discord's limits on a message, checked before it leaves: what Discord would refuse is a fault of ours, and it says which limit.
import { ComponentType, type APIEmbed } from "discord-api-types/v10";
import type { Body } from "./payload.ts";

/** A message passes a limit of Discord: the view that made it must split it (views/fit.ts). */
export class OverLimit extends Error {
  override name = "OverLimit";
}

const MENTIONED_ROLES = 100;
const EMBED_TOTAL = 6000;

/** Lengths are counted in UTF-16 units, the strictest way Discord could count. Throws OverLimit at the first fault. */
export function checkBody(body: Body): void {
  const { content, embeds, components } = body;
  if (content.trim() === "" && embeds.length === 0 && components.length === 0)
    throw new OverLimit("the message is empty");
  length("content", content, 0, 2000);
  count("roles mentioned", body.allowed_mentions.roles?.length ?? 0, 0, MENTIONED_ROLES);
  embeds.forEach(checkEmbed);
  count("rows", components.length, 0, 5);
  const ids = components.flatMap((row, i) => checkRow(row.components, `row ${i + 1}`));
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new OverLimit(`two buttons or menus have the custom id ${twice}`);
}

function checkEmbed(embed: APIEmbed): void {
  const { title, url, description, fields = [], footer } = embed;
  if (title !== undefined) length("embed title", title, 1, 256);
  if (url !== undefined) web("embed url", url, 2048);
  if (description !== undefined) length("embed description", description, 1, 4096);
  if (footer !== undefined) length("embed footer", footer.text, 1, 2048);
  count("embed fields", fields.length, 0, 25);
  fields.forEach((field, i) => {
    length(`name of embed field ${i + 1}`, field.name, 1, 256);
    length(`value of embed field ${i + 1}`, field.value, 1, 1024);
  });
  const texts = [title, description, footer?.text, ...fields.flatMap((field) => [field.name, field.value])];
  const total = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  count("characters of the whole embed", total, 1, EMBED_TOTAL);
}

type Part = Body["components"][number]["components"][number];

/** @returns the custom ids of the row. */
function checkRow(parts: readonly Part[], where: string): string[] {
  count(`buttons in ${where}`, parts.length, 1, 5);
  return parts.flatMap((part) => {
    if (part.type === ComponentType.Button) {
      if ("label" in part && part.label !== undefined) length(`button label in ${where}`, part.label, 1, 80);
      if ("url" in part) web(`button address in ${where}`, part.url, 512);
    }
    if (part.type === ComponentType.StringSelect) {
      length(`placeholder in ${where}`, part.placeholder ?? "", 0, 150);
      count(`menu options in ${where}`, part.options.length, 1, 25);
      for (const option of part.options) checkOption(option, where);
      const values = new Set(part.options.map((option) => option.value));
      if (values.size !== part.options.length) throw new OverLimit(`two menu options in ${where} have the same value`);
    }
    return "custom_id" in part ? [part.custom_id] : [];
  });
}

export function checkOption(
  option: { label: string; value: string; description?: string | undefined },
  where: string,
): void {
  length(`option label in ${where}`, option.label, 1, 100);
  length(`option value in ${where}`, option.value, 1, 100);
  if (option.description !== undefined) length(`option description in ${where}`, option.description, 1, 100);
}

/** Discord takes white space alone for nothing. */
export function length(what: string, text: string, min: number, max: number): void {
  if (text.length > max) throw new OverLimit(`${what}: ${text.length} characters, Discord takes ${max}`);
  if (min > 0 && text.trim() === "") throw new OverLimit(`${what}: empty, Discord wants at least ${min} character`);
}

export function count(what: string, given: number, min: number, max: number): void {
  if (given > max) throw new OverLimit(`${what}: ${given}, Discord takes ${max}`);
  if (given < min) throw new OverLimit(`${what}: ${given}, Discord wants at least ${min}`);
}

function web(what: string, address: string, max: number): void {
  length(what, address, 1, max);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new OverLimit(`${what}: not an http or https address`);
}
