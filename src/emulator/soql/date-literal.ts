export interface DateRange {
  readonly from: number;
  readonly to: number;
}

const day = (time: Date, shift: number): number =>
  Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate() + shift);
const month = (time: Date, shift: number): number =>
  Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + shift, 1);
const year = (time: Date, shift: number): number => Date.UTC(time.getUTCFullYear() + shift, 0, 1);

/** Moments of a literal without a number. Days begin at midnight UTC, which is the emulated org's time zone. */
const named: Readonly<Record<string, (now: Date) => DateRange>> = {
  YESTERDAY: (now) => ({ from: day(now, -1), to: day(now, 0) }),
  TODAY: (now) => ({ from: day(now, 0), to: day(now, 1) }),
  TOMORROW: (now) => ({ from: day(now, 1), to: day(now, 2) }),
  LAST_MONTH: (now) => ({ from: month(now, -1), to: month(now, 0) }),
  THIS_MONTH: (now) => ({ from: month(now, 0), to: month(now, 1) }),
  NEXT_MONTH: (now) => ({ from: month(now, 1), to: month(now, 2) }),
  LAST_90_DAYS: (now) => ({ from: day(now, -90), to: day(now, 1) }),
  NEXT_90_DAYS: (now) => ({ from: day(now, 1), to: day(now, 91) }),
  LAST_YEAR: (now) => ({ from: year(now, -1), to: year(now, 0) }),
  THIS_YEAR: (now) => ({ from: year(now, 0), to: year(now, 1) }),
  NEXT_YEAR: (now) => ({ from: year(now, 1), to: year(now, 2) }),
};

const numbered: Readonly<Record<string, (now: Date, count: number) => DateRange>> = {
  LAST_N_DAYS: (now, count) => ({ from: day(now, -count), to: day(now, 1) }),
  NEXT_N_DAYS: (now, count) => ({ from: day(now, 1), to: day(now, count + 1) }),
  N_DAYS_AGO: (now, count) => ({ from: day(now, -count), to: day(now, 1 - count) }),
  LAST_N_MONTHS: (now, count) => ({ from: month(now, -count), to: month(now, 0) }),
  NEXT_N_MONTHS: (now, count) => ({ from: month(now, 1), to: month(now, count + 1) }),
  LAST_N_YEARS: (now, count) => ({ from: year(now, -count), to: year(now, 0) }),
  NEXT_N_YEARS: (now, count) => ({ from: year(now, 1), to: year(now, count + 1) }),
};

/** The stretch of time `TODAY` or `LAST_N_DAYS:3` means; undefined for literals of weeks, quarters and fiscal years. */
export function dateRange(literal: string, now: string): DateRange | undefined {
  const [name = '', count] = literal.toUpperCase().split(':');
  const time = new Date(now);
  return count === undefined ? named[name]?.(time) : numbered[name]?.(time, Number(count));
}
