// Loaded before every test file: a test during which a watcher noticed something fails, even if all it expected came true.
import { afterAll, afterEach } from "vitest";
import { problems } from "./problems.ts";

afterEach(() => tell("During this test"));
afterAll(() => tell("After the last test"));

function tell(when: string): void {
  const noticed = [...new Set(problems.splice(0))];
  if (noticed.length > 0)
    throw new Error(`${when}, against Discord's own description or what readers can read:\n  ${noticed.join("\n  ")}`);
}
