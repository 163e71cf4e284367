// Valid bodies with one thing wrong in them, somewhere. Must never know what is allowed: whether the change made the body wrong is for others to say.
import fc from "fast-check";

type Path = (string | number)[];

/** What is put in place of a value, by name for the message of a failing run. */
const REPLACEMENTS: Record<string, (value: unknown) => unknown> = {
  "left out": () => undefined,
  null: () => null,
  "a number": () => 7,
  "a fraction": () => 1.5,
  "a number below zero": () => -1,
  "a huge number": () => 2 ** 40,
  "a text": () => "text",
  "an empty text": () => "",
  "a long text": () => "x".repeat(5_000),
  "a text of 101": () => "x".repeat(101),
  "a truth": () => true,
  "an empty list": () => [],
  "a list of nothings": () => [null],
  "an empty object": () => ({}),
  "forty of it": (value) => Array.from({ length: 41 }, () => (Array.isArray(value) ? (value[0] ?? value) : value)),
  "with a stranger": (value) => (isObject(value) ? { ...value, stranger: 1 } : value),
};

export interface Mutation {
  what: string;
  body: unknown;
}

/** One of the bodies, changed at one place. */
export function mutated(bodies: readonly object[]): fc.Arbitrary<Mutation> {
  return fc
    .record({
      body: fc.constantFrom(...bodies),
      place: fc.nat(10_000),
      how: fc.constantFrom(...Object.keys(REPLACEMENTS)),
    })
    .map(({ body, place, how }) => {
      const paths = pathsOf(body, []);
      const path = paths[place % paths.length] ?? [];
      return { what: `${path.join(".")}: ${how}`, body: changed(body, path, REPLACEMENTS[how] ?? (() => undefined)) };
    });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathsOf(value: unknown, path: Path): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((one, index) => pathsOf(one, [...path, index]))];
  if (isObject(value)) return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
  return [path];
}

function changed(value: unknown, [head, ...rest]: Path, how: (value: unknown) => unknown): unknown {
  if (head === undefined) return how(value);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === head ? changed(one, rest, how) : one));
  if (!isObject(value)) return value;
  return { ...value, [head]: changed(value[head], rest, how) };
}
