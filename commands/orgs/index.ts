// /orgs: organisations, and which governments list them. Reads the record, never writes.
import { action, answer, type Command, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { everything, list, one, opened, whichList } from "./answers.ts";
import { listChoices, listsOf } from "./lists.ts";

export const orgs: Command = {
  name: "orgs",
  where: "everywhere",
  action: action({
    options: {
      name: {
        kind: "text",
        complete: (typed, { names, language }) =>
          names.orgs.find(typed, language, 25).map((hit) => ({ name: hit.label, value: hit.id })),
      },
      "designated-by": { kind: "text", complete: listChoices },
    },
    run: (typed, context) => {
      const by = typed["designated-by"];
      const lists = by === undefined ? everything(context) : listsOf(by, context);
      if (by !== undefined && lists.is !== "lists") return answer(whichList(by, lists, context));
      if (lists.is !== "lists") throw new Error("without a list asked for there is always one");
      return answer(typed.name === undefined ? list(lists, 1, context) : one(typed.name, lists, context));
    },
  }),
  buttons: {
    "orgs.page": ([page, selector = ""], context) => {
      const lists = selector === "" ? everything(context) : listsOf(selector, context);
      if (lists.is !== "lists" || !Number.isFinite(Number(page)))
        throw new Refusal(texts(context.language).common.brokenButton);
      return answer(list(lists, Number(page), context), "update");
    },
  },
  menus: {
    "orgs.open": (_args, [id = ""], context) => answer(opened(id, context)),
    "orgs.lists": (_args, [id = ""], context) => {
      const lists = listsOf(id, context);
      if (lists.is !== "lists") throw new Refusal(texts(context.language).common.brokenButton);
      return answer(list(lists, 1, context), "update");
    },
  },
};
