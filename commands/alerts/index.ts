// /alerts: which channels of this server are told what, and what became of it. Everybody sees it: some have alerts of their own. Each action asks for leave.
import { action, type Answer, answer, type Command, type Context } from "../../src/command.ts";
import { suggestPlaces } from "../curfew/places.ts";
import { alertsList } from "../../src/views/settings/subscribed.ts";
import { drill } from "./drill.ts";
import { visible } from "./allowed.ts";
import { cancelled, cardAgain } from "./card.ts";
import { filled, mend, thingPicked } from "./change.ts";
import { edit, whichPicked } from "./edit.ts";
import { elsewherePicked, endPicked, remove, restore } from "./remove.ts";
import { save, undo } from "./save.ts";
import { forget, forgetConfirmed, forgetLeft, languageForgotten } from "./forget.ts";
import { handover, handoverBack, handoverConfirmed, handoverLeft } from "./handover.ts";
import { haveIt, haveUndelivered } from "./have.ts";
import { remindThem, seenPressed } from "./seen.ts";
import { pause, resume, resumePressed } from "./pause.ts";
import { status, statusTurned } from "./status.ts";
import { joinedDrill, joinedHere, joinedSubscribe } from "./joined.ts";
import { another, meChoices, presetChoices, presetPicked, subscribe } from "./subscribe.ts";
import { why, whyPicked, whySuggested, whyThis } from "./why.ts";

const channel = { kind: "channel" } as const;
const me = { kind: "text", choices: meChoices } as const;

async function list(context: Context): Promise<Answer> {
  const { all, listed } = await visible(context);
  const { known: record, language, channels, duty } = context;
  return answer(
    alertsList(listed, {
      record,
      language,
      all,
      closure: (destination) => channels.of(destination),
      caredBy: (one) => duty.caredBy(one),
    }),
  );
}

export const alerts: Command = {
  name: "alerts",
  where: "everywhere",
  // Whoever reads a notice may ask why it came.
  appsForAll: true,
  subcommands: {
    subscribe: action({
      options: {
        channel,
        preset: { kind: "text", choices: presetChoices },
        place: { kind: "text", max: 200, complete: suggestPlaces },
        "before-start": { kind: "text" },
        "before-end": { kind: "text" },
        me,
      },
      run: subscribe,
    }),
    test: action({
      options: { channel },
      run: (typed, context) => drill(typed.channel ?? context.channelId, context),
    }),
    edit: action({ options: { channel, me }, run: edit }),
    list: action({ options: {}, run: (_, context) => list(context) }),
    remove: action({ options: { channel, me }, run: remove }),
    pause: action({
      options: { channel, until: { kind: "text", max: 60 } },
      run: (typed, context) => pause(typed.channel ?? context.channelId, typed.until, context),
    }),
    resume: action({
      options: { channel },
      run: (typed, context) => resume(typed.channel ?? context.channelId, context),
    }),
    why: action({
      options: { mark: { kind: "text", max: 40, complete: whySuggested } },
      run: (typed, context) => why(typed.mark, context),
    }),
    status: action({ options: {}, run: (_, context) => status(1, context) }),
    handover: action({
      options: { to: { kind: "user", required: true }, until: { kind: "text", max: 60 }, from: { kind: "user" } },
      run: (typed, context) => handover(typed, context),
    }),
    forget: action({ options: {}, run: (_, context) => forget(context) }),
  },
  buttons: {
    "alerts.status": statusTurned,
    "closed.have": haveIt,
    "alerts.resume": resumePressed,
    "undelivered.have": haveUndelivered,
    "duty.hand": handoverConfirmed,
    "duty.leave": handoverLeft,
    "duty.back": handoverBack,
    "forget.yes": forgetConfirmed,
    "forget.no": forgetLeft,
    "forget.language": languageForgotten,
    "seen.press": seenPressed,
    "seen.remind": remindThem,
    "joined.subscribe": joinedSubscribe,
    "joined.drill": joinedDrill,
    "joined.here": joinedHere,
    "alerts.preset": presetPicked,
    "alerts.card": cardAgain,
    "alerts.mend": mend,
    "alerts.save": save,
    "alerts.cancel": cancelled,
    "alerts.undo": undo,
    "alerts.another": another,
    "alerts.restore": restore,
  },
  menus: {
    "alerts.why": (_args, picked, context) => whyPicked(picked, context),
    "alerts.thing": thingPicked,
    "alerts.which": whichPicked,
    "alerts.end": endPicked,
    "alerts.end-in": elsewherePicked,
  },
  modals: { "alerts.filled": filled },
  apps: { "alerts-why": whyThis },
};
