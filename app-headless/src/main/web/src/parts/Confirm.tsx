import { useCell } from "../net/use.ts";
import { act, asked } from "./do.ts";
import { Dialog } from "./Dialog.tsx";

const WORDS = { run: "Run", start: "Start", restart: "Restart", stop: "Stop", pause: "Pause", resume: "Resume" } as const;
const EFFECTS: Partial<Record<keyof typeof WORDS, string>> = {
  restart: "All of its replicas are ended and started afresh.",
  stop: "What runs of it is ended, first with its stop signal, then by force.",
};

/** Asks before something is ended. */
export function Confirm() {
  const open = useCell(asked);
  if (open === null) return null;
  const { unit, action } = open;
  const close = () => asked.set(null);
  const go = () => {
    close();
    void act(unit.name, action.verb);
  };
  return (
    <Dialog title={`${WORDS[action.verb]} ${unit.name}?`} close={close}>
      <p class="dim">{EFFECTS[action.verb]} {action.note !== undefined && `Note: ${action.note}.`}</p>
      <footer><button class="btn" onClick={close}>Leave it</button><button class="btn primary" autofocus onClick={go}>{WORDS[action.verb]}</button></footer>
    </Dialog>
  );
}
