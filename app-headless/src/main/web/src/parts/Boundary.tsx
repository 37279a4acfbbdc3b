import { Component, type ComponentChildren } from "preact";

interface Props {
  children: ComponentChildren;
  /** Another place is another try. */
  at: string;
}

/** What cannot be drawn does not take the rest of the page with it. */
export class Boundary extends Component<Props, { broken: string | null }> {
  override state = { broken: null };

  override componentDidCatch(): void {
    this.setState({ broken: this.props.at });
  }

  override render({ children, at }: Props) {
    if (this.state.broken !== at) return children;
    return (
      <section class="nothing" role="alert">
        <h1 class="headline">This screen could not be drawn.</h1>
        <p class="sub">The daemon may have been updated since this page was loaded.</p>
        <button class="btn primary" onClick={() => location.reload()}>Load the page anew</button>
      </section>
    );
  }
}
