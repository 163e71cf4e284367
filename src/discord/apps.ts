// An entry under Apps on a message, as Discord registers it and as it comes back: by its English name. Must never name one that the router would not find.
import { ApplicationCommandType, type RESTPostAPIContextMenuApplicationCommandsJSONBody } from "discord-api-types/v10";
import type { Command } from "../command.ts";
import type { Language } from "../domain/text.ts";
import { texts } from "../text/index.ts";
import { checkApp } from "./declare-limits.ts";
import { permissionsOf, placesOf, spanishMap } from "./declare-common.ts";

export type DeclaredApp = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Shown to whom the command itself is shown, unless they are for all, where it is shown. Throws on a missing name, and over a limit of Discord. */
export function declareApps(command: Command): DeclaredApp[] {
  return Object.keys(command.apps ?? {}).map((key) => {
    const body: DeclaredApp = {
      type: ApplicationCommandType.Message,
      name: appName(key, "en"),
      name_localizations: spanishMap(appName(key, "es")),
      default_member_permissions: command.appsForAll === true ? null : permissionsOf(command),
      ...placesOf(command),
    };
    checkApp(body);
    return body;
  });
}

/** Throws where a text is missing. */
export function appName(key: string, language: Language): string {
  const all: Readonly<Record<string, string>> = texts(language).apps;
  const name = Object.hasOwn(all, key) ? all[key] : undefined;
  if (name === undefined) throw new Error(`The entry “${key}” of Apps has no name in text/${language}`);
  return name;
}
