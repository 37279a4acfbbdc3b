/** Where a unit is. */
export const unitAt = (name: string) => `/tasks/${encodeURIComponent(name)}`;
/** Where a run is. */
export const runAt = (unit: string, id: string) => `${unitAt(unit)}/${encodeURIComponent(id)}`;
