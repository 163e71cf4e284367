// Sends what a composer holds, as a command or as a plain message, and remembers it for the arrow up. It never sends what has an error.
import { readFields, shownLine } from "./command-line.ts";
import { command, fieldId, focus, inputId, leave, namesFor, stopAsking } from "./composer.ts";
import type { Composer, Sent } from "./composer.ts";
import type { Scene } from "./scene.ts";

/** How many lines the arrow up remembers. */
const remembered = 50;

function remember(composer: Composer, sent: Sent): void {
  composer.sent = [sent, ...composer.sent].slice(0, remembered);
}

/** Goes back (1) or forth (-1) through what was sent; before the newest there is the empty line. */
export function recall(composer: Composer, by: number, scene: Scene): void {
  const to = Math.min(composer.recalled + by, composer.sent.length - 1);
  const sent = composer.sent[to];
  stopAsking(composer);
  composer.recalled = Math.max(-1, to);
  composer.hint = "";
  composer.text = sent !== undefined && "text" in sent ? sent.text : "";
  composer.chosen =
    sent === undefined || "text" in sent
      ? undefined
      : { choice: sent.choice, fields: sent.fields.map((field) => ({ ...field })), focused: 0 };
  const { chosen } = composer;
  const command = chosen?.fields.length === 0 ? `send-${composer.channelId}` : fieldId(composer, 0);
  scene.actions.draw(() => focus(chosen === undefined ? inputId(composer) : command));
}

async function sendText(composer: Composer, scene: Scene): Promise<void> {
  const content = composer.text.trim();
  const { words, actions, reader, state } = scene;
  if (content.startsWith("/")) composer.hint = words.noCommand(content);
  if (content === "" || content.startsWith("/")) return actions.draw();
  composer.text = "";
  const { channelId } = composer;
  // Remembered at once: the arrow up may be faster than the answer.
  const sent = { text: content };
  remember(composer, sent);
  const done = await actions.order({ path: "say", body: { readerId: reader.id, channelId, content } }, words.posted);
  if (!done) {
    composer.sent = composer.sent.filter((known) => known !== sent);
    // What was typed comes back, unless something new stands there already.
    if (composer.text === "") composer.text = content;
    composer.hint = `${words.notPosted}: ${state.frame.orderError ?? ""}`;
    state.frame.orderError = undefined;
  }
  actions.draw();
}

/** Sends the command, or goes to the first field that cannot be sent. Without a command the text is posted as it stands. */
export function send(composer: Composer, scene: Scene): void {
  const { chosen } = composer;
  const base = command(composer, scene);
  if (chosen === undefined || base === undefined) {
    void sendText(composer, scene);
    return;
  }
  const options = readFields(chosen.fields, namesFor(composer, scene), scene.words);
  if (options === undefined) {
    const faulty = chosen.fields.findIndex((field) => field.error !== undefined);
    scene.actions.draw(() => focus(fieldId(composer, faulty)));
    return;
  }
  const line = shownLine(chosen.choice, chosen.fields);
  remember(composer, { choice: chosen.choice, fields: chosen.fields });
  leave(composer, scene);
  // The answer stands in the log; the lock screen shows no answers.
  scene.state.lockScreens.delete(composer.channelId);
  void scene.actions.send({ ...base, options }, line);
}
