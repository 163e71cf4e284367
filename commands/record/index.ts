// /record: members of the team add to the record. It writes only after Confirm, and re-checks leave and form at every press.
import { action, answer, type Answer, type Command, type Context } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { mayRecord as allowed } from "./allowed.ts";
import { checkedCard, confirmCheck, pickedCard, questionChanged, questionDone } from "./check.ts";
import { changeAs, CHANGEABLE, changed, changedPicked, changeSource } from "./change.ts";
import { suggestPlaces } from "../curfew/places.ts";
import { recordCurfew } from "./curfew.ts";
import { exported, WHAT } from "./export.ts";
import { begin, cancel, confirm, edit, filled, fresh, more, refilled, turn } from "./flow.ts";
import { orgAsked, orgOptions, orgWhat, orgWhich } from "./org.ts";
import { strikeForm } from "./forms/strike.ts";
import { strikeFrom, strikeTyped } from "./forms/strike-begin.ts";
import { history, historyOf, historyPicked, historyTurned, REMEMBERED } from "./history.ts";
import { confirmSecond, declineSecond } from "./review.ts";
import { completeSubjects, type Wanted } from "./subjects.ts";
import { pressedUndo } from "./taken-back.ts";
import { WITHDRAWABLE, withdrawn, withdrawnPicked } from "./withdraw.ts";
import { newTotal, totalForm } from "./forms/total.ts";

/** As many suggestions as a list holds. */
const MOST = 25;

const suggest = (wanted: Wanted) => (typed: string, context: Context) => completeSubjects(typed, context, wanted);

export const record: Command = {
  name: "record",
  where: "home",
  needs: "record",
  subcommands: {
    strike: action({
      options: {
        organisation: {
          kind: "text",
          complete: (typed, { names, language }) =>
            names.orgs.find(typed, language, MOST).map((hit) => ({ name: hit.label, value: hit.id })),
        },
        link: { kind: "text" },
      },
      run: (typed, context) => begin(strikeForm, strikeTyped(typed), context),
    }),
    total: action({
      options: {},
      run: (_typed, context) => begin(totalForm, newTotal(), context),
    }),
    org: action({ options: orgOptions, run: orgAsked }),
    curfew: action({
      options: { place: { kind: "text", complete: suggestPlaces } },
      run: recordCurfew,
    }),
    checked: action({
      options: {
        place: {
          kind: "text",
          complete: (typed, { names, language }) =>
            names.areas.find(typed, language, MOST).map((hit) => ({ name: hit.label, value: hit.id })),
        },
        since: { kind: "text" },
      },
      run: (typed, context) => {
        allowed(context);
        return checkedCard(typed, context);
      },
    }),
    export: action({
      options: {
        what: {
          kind: "text",
          required: true,
          choices: (language) => WHAT.map((value) => ({ name: texts(language).proof.what[value], value })),
        },
        channel: { kind: "channel" },
        since: { kind: "text" },
        until: { kind: "text" },
      },
      run: (typed, context) => exported(typed, context),
    }),
    change: action({
      options: { what: { kind: "text", required: true, complete: suggest(CHANGEABLE) } },
      run: changed,
    }),
    withdraw: action({
      options: {
        what: { kind: "text", required: true, complete: suggest(WITHDRAWABLE) },
        reason: { kind: "text", required: true },
        link: { kind: "text" },
      },
      run: withdrawn,
    }),
    history: action({
      options: {
        what: { kind: "text", required: true, complete: suggest(REMEMBERED) },
        "as-known-at": { kind: "text" },
      },
      run: history,
    }),
  },
  buttons: {
    "record.confirm": confirm,
    "record.edit": edit,
    "record.fresh": fresh,
    "record.more": more,
    "record.turn": turn,
    // Cards of checks, and old ones of strikes, carry no form.
    "record.cancel": (args, context) => (args.length === 0 ? cancelled(context) : cancel(args, context)),
    "record.org-what": orgWhat,
    "change.as": changeAs,
    "change.source": changeSource,
    "history.page": historyTurned,
    "record.undo": pressedUndo,
    "review.confirm": confirmSecond,
    "review.decline": declineSecond,
    "check.confirm": (args, context) => {
      allowed(context);
      return confirmCheck(args, context);
    },
    "check.done": (args, context) => {
      allowed(context);
      return questionDone(args, context);
    },
    "check.changed": (args, context) => {
      allowed(context);
      return questionChanged(args, context);
    },
  },
  modals: { "record.filled": filled, "record.refilled": refilled },
  apps: {
    "record-strike": (target, context) => {
      allowed(context);
      return begin(strikeForm, strikeFrom(target, context), context);
    },
    "record-history": historyOf,
  },
  menus: {
    "record.org-which": orgWhich,
    "change.which": (_args, picked, context) => changedPicked(picked, context),
    "withdraw.which": withdrawnPicked,
    "history.which": historyPicked,
    "check.place": (args, picked, context) => {
      allowed(context);
      return pickedCard(args, picked, context);
    },
  },
};

function cancelled(context: Context): Answer {
  allowed(context);
  return answer({ content: texts(context.language).record.cancelled }, "update");
}
