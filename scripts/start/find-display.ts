/** Whether a window can be shown. Linux says where its display is; the other systems have one. */
export function hasDisplay(platform: NodeJS.Platform, variables: Readonly<Record<string, string | undefined>>): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return [variables.DISPLAY, variables.WAYLAND_DISPLAY].some((display) => display !== undefined && display !== '');
}
