const PATHS = {
  bell: "M4 6.500a4 4 0 0 1 8 0c0 3 1.200 4 1.200 4H2.800S4 9.500 4 6.500ZM6.600 13a1.500 1.500 0 0 0 2.800 0",
  menu: "M2.500 4.500h11M2.500 8h11M2.500 11.500h11",
  search: "M7 2.500a4.500 4.500 0 1 1 0 9a4.500 4.500 0 1 1 0-9ZM10.300 10.300l3.200 3.200",
  close: "M4 4l8 8M12 4l-8 8",
  auto: "M8 2.500a5.500 5.500 0 1 1 0 11a5.500 5.500 0 1 1 0-11ZM8 2.500v11M8 5h3.500M8 8h5.500M8 11h3.500",
  light: "M8 5.200a2.800 2.800 0 1 1 0 5.600a2.800 2.800 0 1 1 0-5.600ZM8 1.500v1.400M8 13.100v1.400M1.500 8h1.400M13.100 8h1.400M3.400 3.400l1 1M11.600 11.600l1 1M12.600 3.400l-1 1M4.400 11.600l-1 1",
  dark: "M13 9.400A5.500 5.500 0 0 1 6.600 3 5.500 5.500 0 1 0 13 9.400Z",
  copy: "M5.500 5.500h7v7h-7ZM3.500 10.500h-1v-7h7v1",
  down: "M8 3v8M4.800 8.200 8 11.400l3.200-3.200M3 13.500h10",
  left: "M10 3.500 5.500 8l4.500 4.500",
  right: "M6 3.500 10.500 8 6 12.500",
  open: "M4 6.500 8 10.500l4-4",
  filter: "M2.500 4h11M4.500 8h7M6.500 12h3",
  out: "M6.500 3h-3v10h3M10.500 5 13.500 8l-3 3M13.500 8H6.500",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width={size} height={size} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Flame({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} fill="none" aria-hidden="true">
      <path d="M10 1.500c3.600 3 6 5.700 6 9.300a6 6 0 1 1-12 0c0-2.200 1-4 2.600-5.400-.2 2 .4 3.300 1.600 3.900C8 6.300 8.600 3.600 10 1.500Z" fill="var(--accent)" />
      <circle cx="10" cy="12" r="2.200" fill="var(--panel)" />
    </svg>
  );
}
