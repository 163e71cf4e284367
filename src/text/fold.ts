// Makes what people type comparable. Never used for anything that is shown.
export { fold } from "../domain/folded.ts";
