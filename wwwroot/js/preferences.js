// Tells the server in cookies what only the browser knows, and sets the colours before anything is painted.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const read = name => document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1];
  const write = (name, value) => {
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  };
  const current = () => ({ theme: read('theme') ?? 'system', systemIsDark: dark.matches, timeZone: zone });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  function paint() {
    const { theme, systemIsDark } = current();
    document.documentElement.dataset.theme = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
  }

  function tell() {
    write('system-dark', dark.matches ? '1' : '0');
    write('time-zone', zone);
    paint();
  }

  let listener;
  dark.addEventListener('change', () => {
    tell();
    listener?.invokeMethodAsync('Changed', ...Object.values(current())).catch(() => { });
  });
  tell();

  window.preferences = {
    attach(component) {
      listener = component;
      return current();
    },
    detach() {
      listener = undefined;
    },
    setTheme(theme) {
      write('theme', theme);
      paint();
    },
  };
})();
