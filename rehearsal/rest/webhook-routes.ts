// What may follow a first answer: its edit, its deletion, further messages. Must never serve a token past its fifteen minutes.
// A guess: suggestions are no message, so nothing can follow them.
import type { APIMessage } from "discord-api-types/v10";
import { InteractionResponseType as R } from "discord-api-types/v10";
import type { ShownMessage } from "../contract.ts";
import { editAnswer, isLoading, messageOutcome, postAnswer, updateOutcome } from "../play/answers.ts";
import { depart } from "../play/depart.ts";
import { TOKEN_LIFE, type Pending } from "../play/interactions.ts";
import { machineNow } from "../world-clock.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { parseForm, refusal } from "./errors.ts";
import { noContent, ok, type Call, type Route } from "./exchange.ts";
import { answerMessage, editedAnswer } from "./form-message.ts";

function pendingOf(call: Call): Pending {
  const pending = call.stage.interactions.byToken(call.part("token"));
  const isOurs = call.part("application") === APPLICATION_ID;
  if (isOurs && call.stage.interactions.isSpent(call.part("token"))) throw refusal("invalidWebhookToken");
  if (!pending || !isOurs) throw refusal("unknownWebhook");
  if (machineNow() - pending.at > TOKEN_LIFE) throw refusal("invalidWebhookToken");
  if (pending.answered === undefined || pending.answered === R.ApplicationCommandAutocompleteResult)
    throw refusal("unknownWebhook");
  return pending;
}

function messageOf(call: Call, pending: Pending): ShownMessage {
  const asked = call.part("message");
  const id = asked === "@original" ? pending.originalId : pending.messageIds.find((one) => one === asked);
  const found = call.stage.book.find(id ?? "");
  if (!found) throw refusal("unknownMessage");
  return found;
}

function edit(call: Call): APIMessage {
  const pending = pendingOf(call);
  const shown = messageOf(call, pending);
  editAnswer(call.stage, shown, parseForm(editedAnswer, call.request.body), call.request.files);
  settleEdit(pending, shown);
  return shown.message;
}

function settleEdit(pending: Pending, shown: ShownMessage): void {
  if (shown.message.id !== pending.originalId) return;
  if (pending.answered === R.DeferredMessageUpdate) pending.settle(updateOutcome(shown));
  else pending.settle(messageOutcome(shown, true));
}

/** The first follow-up to a deferred answer is that answer, as on Discord; its privacy was chosen when it was deferred. */
function followUp(call: Call): APIMessage {
  const pending = pendingOf(call);
  const input = parseForm(answerMessage, call.request.body);
  const original = call.stage.book.find(pending.originalId ?? "");
  if (original && isLoading(original.message)) {
    editAnswer(call.stage, original, input, call.request.files);
    settleEdit(pending, original);
    return original.message;
  }
  const shown = postAnswer(call.stage, pending, input.flags ?? 0, { input, files: call.request.files });
  pending.settle(messageOutcome(shown, true));
  return shown.message;
}

const BASE = "/webhooks/:application/:token";
const ONE = `${BASE}/messages/:message`;

export const webhookRoutes: Route[] = [
  { method: "POST", pattern: BASE, open: true, run: (call) => ok(followUp(call)) },
  { method: "GET", pattern: ONE, open: true, run: (call) => ok(messageOf(call, pendingOf(call)).message) },
  { method: "PATCH", pattern: ONE, open: true, run: (call) => ok(edit(call)) },
  {
    method: "DELETE",
    pattern: ONE,
    open: true,
    run: (call) => {
      const pending = pendingOf(call);
      const shown = messageOf(call, pending);
      depart(call.stage, shown);
      pending.settle({ kind: "failed", why: "The answer was taken back." });
      return noContent;
    },
  },
];
