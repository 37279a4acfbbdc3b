import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../net/api.ts";
import { Flame } from "../parts/Icon.tsx";
import { refusal, signIn } from "./session.ts";

/** Asks for the password, on a page of its own or over a page whose session is over. */
export function Login({ expired }: { expired: boolean }) {
  const [name, setName] = useState("RunWisp");
  const stale = !expired && new URLSearchParams(location.search).get("launch") === "stale";
  const [wrong, setWrong] = useState(stale ? "That link was used already, or is older than a minute. Log in, or ask for a new link." : "");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    void ask<{ fingerprint: string }>("GET", "/api/instance").then((found) => found.ok && setName(found.value.fingerprint));
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setWrong("");
    const problem = await signIn(field.current!.value);
    setBusy(false);
    if (problem === null) return;
    setWrong(refusal(problem));
    if (problem.code === "password_wrong") field.current!.select();
    field.current!.focus();
  };

  return (
    <main class="login">
      <form class="panel card" onSubmit={submit}>
        <Flame size={34} />
        <h1>{name}</h1>
        <p>{expired ? "Your session is over. Log in again to go on where you were." : "RunWisp on this host asks for its password."}</p>
        <input type="text" name="username" value="runwisp" autocomplete="username" hidden readOnly />
        <input ref={field} type="password" name="password" aria-label="Password" aria-invalid={wrong !== ""} aria-describedby="login-says" autocomplete="current-password" required />
        <button class="btn primary" disabled={busy}>{busy ? "Checking…" : "Log in"}</button>
        <p id="login-says" class={wrong === "" ? "hint" : "hint bad"} role="status">
          {wrong === "" ? <>It was printed when the daemon first started and is kept in <code>data/password</code>; <code>runwisp password</code> tells it too.</> : wrong}
        </p>
      </form>
    </main>
  );
}
