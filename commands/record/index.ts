// /record: members of the team add to the record. It writes only after Confirm, and re-checks leave and form at every press.
import { action, answer, type Answer, type Command, type Context, Refusal } from "../../src/command.ts";
import { hash, newSubject } from "../../src/domain/id.ts";
import { Region } from "../../src/domain/strike.ts";
import { isFresh } from "../../src/domain/fresh.ts";
import { texts } from "../../src/text/index.ts";
import { recordCard, recordedAs } from "../../src/views/record/strike-card.ts";
import { suggestPlaces } from "../curfew/places.ts";
import { checkedCard, confirmCheck, pickedCard, questionChanged, questionDone } from "./check.ts";
import { recordCurfew } from "./curfew.ts";
import { exported, WHAT } from "./export.ts";
import { begin, cancel, confirm as confirmForm, edit, filled, fresh, more, refilled, turn } from "./flow.ts";
import { orgAsked, orgOptions, orgWhat, orgWhich } from "./org.ts";
import { type Form, parseForm, readForm, strikeOf } from "./form.ts";
import { newTotal, totalForm } from "./forms/total.ts";

/** As many suggestions as a list holds. */
const MOST = 25;

export const record: Command = {
  name: "record",
  where: "home",
  needs: "record",
  subcommands: {
    strike: action({
      options: {
        date: { kind: "text", required: true },
        region: {
          kind: "text",
          required: true,
          choices: (language) =>
            Region.options.map((value) => ({ name: texts(language).strikes.region[value], value })),
        },
        killed: { kind: "text", required: true },
        link: { kind: "text", required: true },
      },
      run: (typed, context) => {
        allowed(context);
        const form = readForm(newSubject("strike"), typed, context);
        const { known, now, language } = context;
        return answer(recordCard({ strike: strikeOf(form), known, now, language, form }));
      },
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
  },
  buttons: {
    "record.confirm": confirmForm,
    "record.edit": edit,
    "record.fresh": fresh,
    "record.more": more,
    "record.turn": turn,
    // Cards of checks, and old ones of strikes, carry no form.
    "record.cancel": (args, context) => (args.length === 0 ? cancelled(context) : cancel(args, context)),
    "record.org-what": orgWhat,
    "strike.confirm": (args, context) => {
      allowed(context);
      const form = parseForm(args);
      if (form === undefined) throw new Refusal(texts(context.language).common.brokenButton);
      return confirm(form, context);
    },
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
  menus: {
    "record.org-which": orgWhich,
    "check.place": (args, picked, context) => {
      allowed(context);
      return pickedCard(args, picked, context);
    },
  },
};

/** The same subject with the same words is the same fact: a second press finds it written. */
async function confirm(form: Form, context: Context): Promise<Answer> {
  const { known, language, now, recording, user } = context;
  const t = texts(language).record;
  const strike = strikeOf(form);
  const recorded = await recording.record(
    [{ kind: "strike.recorded", subject: strike.id, content: strike }],
    recorderOf(user.id),
  );
  if (recorded.is === "stale") return answer({ content: t.stale }, "update");
  const what = recordedAs(strike, known, language);
  const said = recorded.is === "same" ? t.same(what) : t.recorded(what);
  const next = isFresh(strike, now) ? t.announced : t.notAnnounced;
  // A second press writes over what the first one said: it says whether it is announced, too.
  return answer({ content: `${said} ${next}` }, "update");
}

/** An opaque id: the log tells two members apart and never holds their Discord ids. */
function recorderOf(userId: string): string {
  return hash({ recorder: userId }).slice(0, 16);
}

function cancelled(context: Context): Answer {
  allowed(context);
  return answer({ content: texts(context.language).record.cancelled }, "update");
}

function allowed({ home, mayRecord, language }: Context): void {
  if (!home || !mayRecord) throw new Refusal(texts(language).record.notAllowed);
}
