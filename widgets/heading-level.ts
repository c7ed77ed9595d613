/** The level of a heading, 2 to 6; 3 where an attribute says anything else. */
export function headingLevel(level: number): number {
  return level >= 2 && level <= 6 ? Math.trunc(level) : 3;
}
