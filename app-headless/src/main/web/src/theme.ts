/* Runs before the first paint, so that no page is drawn in the wrong colours or with rows that then move. What it reads is kept by parts/theme.ts. */
{
  const light = matchMedia("(prefers-color-scheme: light)");
  const apply = () => {
    let wish: string | null = null;
    let density: string | null = null;
    try {
      wish = localStorage.getItem("runwisp.theme");
      density = localStorage.getItem("runwisp.density");
    } catch {
      // Storage may be forbidden; then the system decides.
    }
    const dark = wish === "dark" || (wish !== "light" && !light.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
    document.documentElement.dataset["density"] = density ?? "wide";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  };
  apply();
  light.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener("runwisp-theme", apply);
}
