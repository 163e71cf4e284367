// /orgs: organisations, and which governments list them. Reads the record, never writes.
import { withAnswerButtons } from "../../src/answering/buttons.ts";
import { action, type Command } from "../../src/command.ts";
import { list, one, opened, own, turned, whichList } from "./answers.ts";
import { listChoices, listsOf } from "./lists.ts";

export const orgs: Command = withAnswerButtons({
  ...own,
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
      const lists = by === undefined ? undefined : listsOf(by, context);
      if (by !== undefined && lists !== undefined && lists.is !== "lists") return whichList(by, lists, context);
      const selector = lists?.is === "lists" ? lists.selector : "";
      return typed.name === undefined ? list(selector, context) : one(typed.name, selector, context);
    },
  }),
  buttons: { "orgs.page": turned },
  menus: {
    "orgs.open": (args, [id = ""], context) => opened(args, id, context),
    // Beside the question and not in its place: who picked the wrong one picks again.
    "orgs.lists": (_args, [id = ""], context) => list(id, context),
  },
});
