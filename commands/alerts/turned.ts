// The pages of lists to pick from: sets of a channel, channels of a server. Leave is asked anew at each.
import { type Answer, answer, type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { pageOf } from "../../src/views/paging.ts";
import { elsewhereView, LISTS } from "../../src/views/settings/which.ts";
import { subscribedTo } from "./card.ts";
import { which } from "./edit.ts";
import { endWhich } from "./remove.ts";
import { elsewhere } from "./sets.ts";

export async function listTurned([list, channelId, to]: readonly string[], context: Context): Promise<Answer> {
  const { language } = context;
  const name = LISTS.find((one) => one === list);
  const page = pageOf(to);
  const broken = () => new Refusal(texts(language).common.brokenButton);
  if (name === undefined || page === undefined) throw broken();
  if (name === "edit-in" || name === "end-in")
    return answer(elsewhereView({ list: name, listed: await elsewhere(context), page, language }), "update");
  const channel = subscribedTo(channelId ?? "", context);
  if (channel === undefined) throw broken();
  return (name === "which" ? which : endWhich)(channel, page, context, "update");
}
