// /alerts: which channels of this server are told what, and what became of it. It changes subscriptions only for who may manage channels, whatever
// Discord let through.
import { action, answer, type Command } from "../../src/command.ts";
import { alertsList } from "../../src/views/settings/subscribed.ts";
import { allowed } from "./allowed.ts";
import { forget, forgetConfirmed, forgetLeft, languageForgotten } from "./forget.ts";
import { handover, handoverBack, handoverConfirmed, handoverLeft } from "./handover.ts";
import { haveIt, haveUndelivered } from "./have.ts";
import { remindThem, seenPressed } from "./seen.ts";
import { status, statusTurned } from "./status.ts";
import { remove, subscribe } from "./subscribe.ts";
import { why, whyPicked, whySuggested, whyThis } from "./why.ts";

const channel = { kind: "channel" } as const;

export const alerts: Command = {
  name: "alerts",
  where: "everywhere",
  needs: "manage-channels",
  // Whoever reads a notice may ask why it came.
  appsForAll: true,
  subcommands: {
    subscribe: action({
      options: { channel, "before-start": { kind: "text" }, "before-end": { kind: "text" } },
      run: (typed, context) =>
        subscribe(typed.channel ?? context.channelId, context, {
          leads: typed["before-start"],
          endLeads: typed["before-end"],
        }),
    }),
    list: action({
      options: {},
      run: (_, context) =>
        answer(
          alertsList(context.subscriptions.list(allowed(context)), {
            record: context.known,
            language: context.language,
            closure: (destination) => context.channels.of(destination),
          }),
        ),
    }),
    remove: action({
      options: { channel },
      run: (typed, context) => remove(typed.channel ?? context.channelId, context),
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
    "undelivered.have": haveUndelivered,
    "duty.hand": handoverConfirmed,
    "duty.leave": handoverLeft,
    "duty.back": handoverBack,
    "forget.yes": forgetConfirmed,
    "forget.no": forgetLeft,
    "forget.language": languageForgotten,
    "seen.press": seenPressed,
    "seen.remind": remindThem,
  },
  menus: { "alerts.why": (_args, picked, context) => whyPicked(picked, context) },
  apps: { "alerts-why": whyThis },
};
