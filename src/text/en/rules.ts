// Words of a decree's nights, hours and places as they stand in a form, in English. What is printed with them is read again: src/text/rules/ must know each.
export const rules = {
  weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  days: (first: string, last: string) => `${first}-${last}`,
  allDay: "all day",
  later: (days: number) => (days === 1 ? "1 day later" : `${days} days later`),
  except: "except",
  others: "and others (not all known)",
  none: "none",
  usual: "as usual",
  from: (what: string) => `from ${what}`,
  until: (what: string) => `until ${what}`,
  line: (numbers: readonly number[]) =>
    numbers.length === 1 ? `line ${numbers.join()}` : `lines ${numbers.join(", ")}`,
  further: (first: string) => `${first} until further notice`,
  confirmed: (day: string) => `confirmed to ${day}`,
  endsBy: (day: string) => `over by ${day}`,
  court: "court",
};
