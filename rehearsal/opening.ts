// The scripted opening: what readers type once the bot is there and knows the commands. Must never run twice, or go another road than a reader's.
import type { Outcome, TypedCommand } from "./contract.ts";
import { Refused } from "./play/refused.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { Stage } from "./stage.ts";

export function watchOpening(
  stage: Stage,
  rehearsal: Pick<Rehearsal, "type" | "commands">,
  opening: TypedCommand[],
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
  rehearsal: Pick<Rehearsal, "type">,
  opening: TypedCommand[],
  told: (outcome: Outcome, typed: TypedCommand) => void,
): Promise<void> {
  for (const typed of opening) {
    const outcome = await rehearsal.type(typed).catch((fault: unknown): Outcome => {
      if (fault instanceof Refused) return { kind: "failed", why: fault.message };
      throw fault;
    });
    told(outcome, typed);
  }
}
