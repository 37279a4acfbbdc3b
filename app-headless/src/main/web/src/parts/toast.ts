import { Cell } from "../net/cell.ts";

/** A short word about something that was done. */
export interface Toast {
  id: number;
  says: string;
  bad: boolean;
  undo?: () => void;
}

const SHOWN_MS = 5000;
const MOST = 4;

export const toasts = new Cell<Toast[]>([]);
let ids = 0;

export function toast(says: string, options: { bad?: boolean; undo?: () => void } = {}): void {
  const id = ids++;
  toasts.set([...toasts.value, { id, says, bad: options.bad ?? false, ...(options.undo === undefined ? {} : { undo: options.undo }) }].slice(-MOST));
  setTimeout(() => gone(id), SHOWN_MS);
}

export function gone(id: number): void {
  toasts.set(toasts.value.filter((one) => one.id !== id));
}
