// Says what is going on while the page has lost its server, and goes on where it stopped once it is back.
const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', event => {
  const state = event.detail.state;
  if (state === 'show' || state === 'retrying') leaveWhenSignedOut();
  if (state === 'show') dialog.showModal();
  else if (state === 'hide') dialog.close();
  else if (state === 'failed') document.addEventListener('visibilitychange', retryWhenVisible);
  else if (state === 'rejected') location.reload();
});
dialog.addEventListener('cancel', event => event.preventDefault());
document.getElementById('reconnect-now').addEventListener('click', retry);
document.getElementById('reconnect-reload').addEventListener('click', () => location.reload());

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenVisible);
  try {
    // False: the server no longer knows this page; loading it anew keeps what the address says.
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
  } catch {
    document.addEventListener('visibilitychange', retryWhenVisible);
  }
}

// The server closes the connection of who was signed out, here or elsewhere. Then there is nothing to wait for.
async function leaveWhenSignedOut() {
  const answer = await fetch('_blazor/initializers', { cache: 'no-store' }).catch(() => null);
  if (answer?.status === 401) location.reload();
}

async function retryWhenVisible() {
  if (document.visibilityState === 'visible') await retry();
}
