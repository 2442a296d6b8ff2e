// The pages of sync-back and of the import show what goes on by themselves, also a run that somebody else began.
'use strict';

{
  const now = () => document.querySelector('[data-part=now]');
  const isGoing = () => now().dataset.going === 'yes';

  // A page that nobody looks at asks nothing, and one that was left open does not keep its session for ever.
  const LEFT = 15 * 60_000;
  let touched = Date.now();
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focus']) {
    addEventListener(type, () => { touched = Date.now(); }, { passive: true });
  }
  const isWatched = () => document.visibilityState === 'visible' && (isGoing() || Date.now() - touched < LEFT);

  const read = async address => {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) {
      throw new Error(`${address}: ${answer.status}`);
    }
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };

  // Somebody who has opened what Okta said, or is at a button, keeps the list as it is.
  const isAtWork = part => part.dataset.part === 'list' && (part.contains(document.activeElement) || part.querySelector('details[open]'));
  const renew = (page, parts) => {
    let left = false;
    for (const part of document.querySelectorAll(parts)) {
      const fresh = page.querySelector(`[data-part=${part.dataset.part}]`);
      if (fresh && part.isConnected) {
        if (isAtWork(part)) {
          left = true;
        } else {
          const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
          part.replaceWith(fresh);
          if (focused) {
            document.getElementById(focused)?.focus();
          }
        }
      }
    }
    return left;
  };

  const PARTS = ['title', 'run', 'now', 'resources', 'kinds', 'list'].map(part => `[data-part=${part}]`).join();
  let behind = false;
  const look = async () => {
    const shown = now().dataset.now;
    const fresh = await read(now().dataset.ask);
    const isOther = fresh.querySelector('[data-now]').dataset.now !== shown;
    if (behind || isOther || (isGoing() && document.querySelector('[data-whole]'))) {
      behind = renew(await read(location.href), PARTS);
      if (now().dataset.now !== shown) {
        announce(now().querySelector('p').textContent);
      }
    } else {
      renew(fresh, '[data-part=title], [data-part=now]');
    }
  };
  const again = async () => {
    if (isWatched()) {
      // a server that is started again answers the next time
      await look().catch(() => {});
    }
    setTimeout(again, isGoing() ? 1500 : 4000);
  };
  setTimeout(again, 1500);
}
