// Which hours of a day a written hour can be: one, or two where the half of the day is open. It must never let "10:30 tonight" be the morning.
import type { ClockRead, PartOfDay } from "./reading.ts";

/** From midnight; hours from 24 on are those of the next morning. Empty: there is no such hour. */
export function hoursOf(clock: ClockRead, dayPart?: PartOfDay): readonly number[] {
  const { hour, minute } = clock;
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return [];
  if (clock.half !== undefined && (hour < 1 || hour > 12)) return [];
  const part = clock.part ?? dayPart;
  const hours = figures(clock, part).map((one) => (isNight(part, dayPart) && one <= DAWN ? one + 24 : one));
  const parts = [clock.part, dayPart].filter((one) => one !== undefined);
  // The small hours of a night are told as such: "esta noche, a las 2 de la madrugada".
  const named = dayPart === "night" && clock.part === "small" ? [dayPart] : parts;
  return hours.filter((one) => named.every((name) => one >= WITHIN[name].from && one <= WITHIN[name].to));
}

const isNight = (part: PartOfDay | undefined, dayPart: PartOfDay | undefined) =>
  part === "night" || dayPart === "night";

/** A night's last hour. */
const DAWN = 6;

const WITHIN: Record<PartOfDay, { from: number; to: number }> = {
  small: { from: 0, to: 6 },
  morning: { from: 0, to: 12 },
  noon: { from: 6, to: 17 },
  afternoon: { from: 12, to: 20 },
  night: { from: 17, to: 24 + DAWN },
};

function figures({ hour, half, open, zero, midnight }: ClockRead, part: PartOfDay | undefined): readonly number[] {
  if (half !== undefined) return [(hour % 12) + (half === "pm" ? 12 : 0)];
  if (midnight) return [24];
  if (hour === 0 || hour > 12 || (zero && !open)) return [hour];
  if (part !== undefined) return [inPart(hour, part)];
  if (!open) return [hour];
  return [hour, hour + 12];
}

/** 1 to 12 of the twelve-hour clock. */
function inPart(hour: number, part: PartOfDay): number {
  switch (part) {
    case "small":
      return hour % 12;
    case "morning":
      return hour;
    case "noon":
      return hour < 6 ? hour + 12 : hour;
    case "afternoon":
      return (hour % 12) + 12;
    case "night":
      return hour < 6 || hour === 12 ? 24 + (hour % 12) : hour + 12;
  }
}

/** `23:00`; hours of the next morning as a clock shows them. */
export function shown(hour: number, minute: number): string {
  return `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
