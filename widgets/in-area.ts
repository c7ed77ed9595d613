/** The rows of one area of work; all of them where no area is asked for. */
export function inArea<T extends {area?: string}>(rows: readonly T[], area: string | null | undefined): T[] {
  return rows.filter((row) => !area || row.area === area);
}
