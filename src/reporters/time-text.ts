/** An ISO 8601 time in UTC as people read it: `2026-10-04 09:12:33 UTC`. */
export const timeText = (time: string): string => time.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');
