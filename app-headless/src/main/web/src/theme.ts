/* Runs before the first paint, so that no page is drawn in the wrong colours. What it stores is read by parts/theme.ts. */
{
  const light = matchMedia("(prefers-color-scheme: light)");
  const apply = () => {
    let wish: string | null = null;
    try {
      wish = localStorage.getItem("runwisp.theme");
    } catch {
      // Storage may be forbidden; then the system decides.
    }
    const dark = wish === "dark" || (wish !== "light" && !light.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  };
  apply();
  light.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener("runwisp-theme", apply);
}
