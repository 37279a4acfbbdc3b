import type { ComponentChildren, JSX } from "preact";
import { go } from "../router.ts";

type Props = JSX.HTMLAttributes<HTMLAnchorElement> & { href: string; children?: ComponentChildren; download?: boolean | string };

/** A link within the page. What is opened elsewhere (with Ctrl, the middle button …) is left to the browser. */
export function A({ href, onClick, ...rest }: Props) {
  const click = (event: JSX.TargetedMouseEvent<HTMLAnchorElement>) => {
    onClick?.call(event.currentTarget, event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} {...rest} onClick={click} />;
}
