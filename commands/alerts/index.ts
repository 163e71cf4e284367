// /alerts: which channels of this server are told what, and what became of it. Everybody sees it: some have alerts of their own. Each action asks for leave.
import { action, type Command } from "../../src/command.ts";
import { suggestPlaces } from "../curfew/places.ts";
import { aimed, asDirect } from "./aimed.ts";
import { drill } from "./drill.ts";
import { cancelled, cardAgain } from "./card.ts";
import { filled, mend, thingPicked } from "./change.ts";
import { orDirect, picked, pressed, sent, serverPicked, suggested } from "./direct.ts";
import { edit, editInPicked, whichPicked } from "./edit.ts";
import { elsewherePicked, endPicked, remove, restore } from "./remove.ts";
import { save, undo } from "./save.ts";
import { forget, forgetConfirmed, forgetLeft, languageForgotten } from "./forget.ts";
import { handover, handoverBack, handoverConfirmed, handoverLeft } from "./handover.ts";
import { haveIt, haveUndelivered } from "./have.ts";
import { remindThem, seenPressed } from "./seen.ts";
import { list, listPaged } from "./list.ts";
import { pause, resume, resumePressed } from "./pause.ts";
import { setsSuggested } from "./sets.ts";
import { status, statusTurned } from "./status.ts";
import { joinedDrill, joinedHere, joinedLanguage, joinedSubscribe } from "./joined.ts";
import { another, meChoices, presetChoices, presetPicked, subscribe } from "./subscribe.ts";
import { listTurned } from "./turned.ts";
import { outTurned, why, whyPicked, whySuggested, whyThis } from "./why.ts";

const channel = { kind: "channel" } as const;
const set = { kind: "text", max: 100, complete: suggested(setsSuggested) } as const;
const me = { kind: "text", choices: meChoices } as const;

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
      run: orDirect("subscribe", subscribe),
    }),
    test: action({
      options: { channel, me },
      run: orDirect("test", async (typed, context) => drill(await aimed(typed, context), context)),
    }),
    edit: action({ options: { channel, set, me }, run: orDirect("edit", edit) }),
    list: action({ options: {}, run: (_, context) => list(1, context) }),
    remove: action({ options: { channel, set, me }, run: orDirect("remove", remove) }),
    pause: action({
      // What is typed without naming an option lands in the first one: "/alerts pause 8h".
      options: { until: { kind: "text", max: 60 }, channel, me },
      run: orDirect("pause", async (typed, context) => pause(await aimed(typed, context), typed.until, context)),
    }),
    resume: action({
      options: { channel, me },
      run: orDirect("resume", async (typed, context) => resume(await aimed(typed, context), context)),
    }),
    why: action({
      options: { mark: { kind: "text", max: 40, complete: suggested(whySuggested) }, me },
      run: orDirect("why", async (typed, context) => why(typed.mark, await asDirect(typed.me, context))),
    }),
    status: action({
      options: { me },
      run: orDirect("status", async (typed, context) => status(1, await asDirect(typed.me, context))),
    }),
    handover: action({
      options: { to: { kind: "user", required: true }, until: { kind: "text", max: 60 }, from: { kind: "user" } },
      run: (typed, context) => handover(typed, context),
    }),
    forget: action({ options: {}, run: (_, context) => forget(context) }),
  },
  buttons: {
    "alerts.status": pressed(statusTurned),
    "closed.have": haveIt,
    "alerts.resume": pressed(resumePressed),
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
    "joined.language": joinedLanguage,
    "alerts.preset": pressed(presetPicked),
    "alerts.card": pressed(cardAgain),
    "alerts.mend": pressed(mend),
    "alerts.save": pressed(save),
    "alerts.cancel": cancelled,
    "alerts.out": pressed(outTurned),
    "alerts.change": pressed((args, context) => editInPicked([], args, context)),
    "alerts.list": listPaged,
    "alerts.turn": pressed(listTurned),
    "alerts.undo": pressed(undo),
    "alerts.another": pressed(another),
    "alerts.restore": pressed(restore),
  },
  menus: {
    "alerts.why": picked((_args, own, context) => whyPicked(own, context)),
    "alerts.thing": picked(thingPicked),
    "alerts.which": picked(whichPicked),
    "alerts.end": picked(endPicked),
    "alerts.end-in": elsewherePicked,
    "alerts.edit-in": editInPicked,
    "alerts.server": serverPicked,
  },
  modals: { "alerts.filled": sent(filled) },
  apps: { "alerts-why": whyThis },
};
