// The scripted opening: what readers type once the bot is there and knows the commands. Must never run twice, or go another road than a reader's.
import { ComponentType as C } from "discord-api-types/v10";
import type { Outcome, TypedCommand } from "./contract.ts";
import { Refused } from "./play/refused.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { Stage } from "./stage.ts";

/** A command, and the button that is pressed on its answer, by its label. */
export interface OpeningDeed extends TypedCommand {
  presses?: string;
}

export function watchOpening(
  stage: Stage,
  rehearsal: Pick<Rehearsal, "type" | "press" | "commands">,
  opening: OpeningDeed[],
  told: (outcome: Outcome, typed: TypedCommand) => void,
): void {
  const ready = () =>
    stage.gateway.online &&
    opening.every(({ readerId, name }) =>
      rehearsal.commands(readerId).some((view) => view.plainName === name || view.name === name),
    );
  const stop = stage.bus.on((event) => {
    if ((event.type !== "commands" && event.type !== "bot") || !ready()) return;
    stop();
    void play(rehearsal, opening, told);
  });
}

async function play(
  rehearsal: Pick<Rehearsal, "type" | "press">,
  opening: OpeningDeed[],
  told: (outcome: Outcome, typed: TypedCommand) => void,
): Promise<void> {
  for (const { presses, ...typed } of opening) {
    const outcome = await done(rehearsal, typed, presses).catch((fault: unknown): Outcome => {
      if (fault instanceof Refused) return { kind: "failed", why: fault.message };
      throw fault;
    });
    told(outcome, typed);
  }
}

async function done(
  rehearsal: Pick<Rehearsal, "type" | "press">,
  typed: TypedCommand,
  presses: string | undefined,
): Promise<Outcome> {
  const outcome = await rehearsal.type(typed);
  if (presses === undefined || outcome.kind !== "message") return outcome;
  const { message } = outcome.shown;
  const parts = (message.components ?? []).flatMap((row) => (row.type === C.ActionRow ? row.components : []));
  const button = parts.find((part) => part.type === C.Button && "label" in part && part.label === presses);
  if (button === undefined || !("custom_id" in button)) throw new Refused(`The answer has no button “${presses}”.`);
  return rehearsal.press({ readerId: typed.readerId, messageId: message.id, customId: button.custom_id });
}
