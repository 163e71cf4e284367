// /alerts list: what the channels of this server are told, or what comes to the direct message asked in. Reads only.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { pageOf } from "../../src/views/paging.ts";
import { alertsList } from "../../src/views/settings/listed.ts";
import { visible } from "./allowed.ts";
import { directs } from "./directs.ts";

export async function list(page: number, context: Context, to: Answer["to"] = "asker"): Promise<Answer> {
  const { known: record, language, channels, duty, guildId } = context;
  const common = { record, language, page, closure: channels.of.bind(channels) };
  if (guildId === undefined) {
    const own = directs(context);
    const named = own.length > 1 ? { serverName: context.serverName } : {};
    return answer(alertsList(own, { ...common, whose: "direct", ...named }), to);
  }
  const { all, listed } = await visible(context);
  const caredBy = duty.caredBy.bind(duty);
  return answer(alertsList(listed, { ...common, caredBy, whose: all ? "server" : "mine" }), to);
}

export function listPaged([to]: readonly string[], context: Context): Promise<Answer> {
  const page = pageOf(to);
  if (page === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return list(page, context, "update");
}
