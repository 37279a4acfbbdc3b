import { Component, type ComponentChild, h, type FunctionComponent } from "preact";

/** Draws again only when something it was given is another one. */
export function memo<P extends object>(draw: FunctionComponent<P>): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props as Record<string, unknown>;
      return Object.entries(next).some(([name, value]) => name !== "children" && !Object.is(before[name], value));
    }
    override render(props: P): ComponentChild {
      return h(draw as FunctionComponent, props);
    }
  }
  return Memo as unknown as FunctionComponent<P>;
}
