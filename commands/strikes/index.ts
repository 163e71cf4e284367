// /strikes: military strikes on vessels, counted and listed. Reads the record, never writes.
import { action, answer, type Command, Refusal } from "../../src/command.ts";
import { Region } from "../../src/domain/strike.ts";
import { texts } from "../../src/text/index.ts";
import { strikeView } from "../../src/views/strike.ts";
import { forOrg, list, today, update } from "./answers.ts";
import { parseCut, readCut } from "./cut.ts";

export const strikes: Command = {
  name: "strikes",
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
      return typed.organisation === undefined
        ? answer(list(cut, 1, context))
        : answer(forOrg(typed.organisation, cut, context));
    },
  }),
  buttons: {
    "strikes.page": ([page, ...args], context) => update(parseCut(args), Number(page), context),
  },
  menus: {
    "strikes.open": (_args, [id = ""], context) => {
      const strike = context.known.strikesById.get(id);
      if (strike === undefined) throw new Refusal(texts(context.language).strikes.noRecord);
      return answer(strikeView(strike, context.known, context.language));
    },
    "strikes.org": (args, [org], context) => {
      const cut = parseCut(args);
      return update(cut === undefined ? undefined : { ...cut, org }, 1, context);
    },
  },
};
