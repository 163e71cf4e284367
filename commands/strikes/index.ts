// /strikes: military strikes on vessels, counted and listed. Reads the record, never writes.
import { withAnswerButtons } from "../../src/answering/buttons.ts";
import { action, type Command } from "../../src/command.ts";
import { Region } from "../../src/domain/strike.ts";
import { texts } from "../../src/text/index.ts";
import {
  behindOpened,
  forOrg,
  list,
  monthOpened,
  ofPicked,
  opened,
  own,
  today,
  turned,
  turnedMonths,
} from "./answers.ts";
import { readCut } from "./cut.ts";

export const strikes: Command = withAnswerButtons({
  ...own,
  where: "everywhere",
  action: action({
    options: {
      since: { kind: "text" },
      until: { kind: "text" },
      region: {
        kind: "text",
        choices: (language) => Region.options.map((value) => ({ name: texts(language).strikes.region[value], value })),
      },
      organisation: {
        kind: "text",
        complete: (typed, { names, language }) =>
          names.orgs.find(typed, language, 25).map((hit) => ({ name: hit.label, value: hit.id })),
      },
      "min-killed": { kind: "integer", min: 0, max: 99_999 },
    },
    run: (typed, context) => {
      const cut = readCut(typed, today(context), context);
      return typed.organisation === undefined ? list(cut, context) : forOrg(typed.organisation, cut, context);
    },
  }),
  buttons: { "strikes.page": turned, "strikes.months": turnedMonths },
  menus: {
    "strikes.open": (args, [id = ""], context) => opened(args, id, context),
    "strikes.behind": (args, [picked = ""], context) => behindOpened(args, picked, context),
    "strikes.month": (args, [month = ""], context) => monthOpened(args, month, context),
    "strikes.org": (args, [org = ""], context) => ofPicked(args, org, context),
  },
});
