// What watchers noticed during a test and nobody awaits. A list, so that setup.ts, which every test file loads, loads nothing else.
export const problems: string[] = [];
