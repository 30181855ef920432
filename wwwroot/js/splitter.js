// Drags or steps the border between a list and its details; the width is kept in this browser.
const store = 'details-width';
const root = document.documentElement;
const set = width => {
  root.style.setProperty('--details-width', `${width}px`);
  localStorage.setItem(store, width);
  document.querySelectorAll('[data-splitter]').forEach(splitter => splitter.setAttribute('aria-valuenow', width));
};
const clamp = width => Math.round(Math.min(Math.max(width, 340), innerWidth * 0.65));

const saved = Number(localStorage.getItem(store));
if (saved) set(clamp(saved));

document.addEventListener('pointerdown', event => {
  const splitter = event.target.closest('[data-splitter]');
  if (!splitter) return;
  event.preventDefault();
  splitter.setPointerCapture(event.pointerId);
  const move = e => set(clamp(splitter.parentElement.getBoundingClientRect().right - e.clientX));
  splitter.addEventListener('pointermove', move);
  splitter.addEventListener('pointerup', () => splitter.removeEventListener('pointermove', move), { once: true });
});

document.addEventListener('keydown', event => {
  const splitter = event.target.closest?.('[data-splitter]');
  const step = { ArrowLeft: 24, ArrowRight: -24 }[event.key];
  if (!splitter || !step) return;
  event.preventDefault();
  set(clamp(splitter.nextElementSibling.offsetWidth + step));
});
