// What pages do in the browser. Every page can be read without it, and lists can be filtered and paged.
'use strict';

const root = document.documentElement;
root.classList.add('scripted');

const keep = (name, value) => {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `roster-${name}=${value}; path=/admin; max-age=31536000; samesite=lax${secure}`;
};
const announce = words => { document.getElementById('announce').textContent = words; };

// The server names times in the reader's zone.
keep('zone', Intl.DateTimeFormat().resolvedOptions().timeZone);

const preferences = {
  theme(button) {
    root.dataset.theme = button.value;
    document.querySelector('[data-scheme=light]').media = button.dataset.light;
    document.querySelector('[data-scheme=dark]').media = button.dataset.dark;
    for (const each of button.parentElement.querySelectorAll('button')) {
      each.setAttribute('aria-pressed', String(each === button));
    }
  },
  language() { location.reload(); }
};

const copy = async button => {
  await navigator.clipboard.writeText(button.dataset.copy);
  const icon = button.querySelector('i');
  icon.classList.replace('pi-copy', 'pi-check');
  announce(button.dataset.done);
  setTimeout(() => icon.classList.replace('pi-check', 'pi-copy'), 2000);
};

const navigation = document.getElementById('navigation');
const drawer = document.querySelector('[data-drawer]');
const openDrawer = open => {
  navigation.classList.toggle('open', open);
  drawer.setAttribute('aria-expanded', String(open));
  (open ? navigation.querySelector('a') : drawer).focus();
};

document.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (button?.dataset.preference) {
    keep(button.dataset.preference, button.value);
    preferences[button.dataset.preference](button);
  } else if (button && 'copy' in button.dataset) {
    copy(button);
  } else if (button && 'toggleNavigation' in button.dataset) {
    const narrow = root.dataset.navigation !== 'narrow';
    root.dataset.navigation = narrow ? 'narrow' : 'wide';
    button.setAttribute('aria-expanded', String(!narrow));
    keep('navigation', root.dataset.navigation);
  } else if (button === drawer && drawer) {
    openDrawer(!navigation.classList.contains('open'));
  } else if (navigation?.classList.contains('open') && !event.target.closest('.navigation')) {
    openDrawer(false);
  }
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && navigation?.classList.contains('open')) {
    openDrawer(false);
  }
});

// Lists: a changed filter shows its result without a new page, under the address that the form would have gone to.
let typing;
let asked = 0;
const address = form => {
  const chosen = [...new FormData(form)].filter(([name, value]) => value && value !== 'all' && !(name === 'sort' && value === 'name'));
  const query = new URLSearchParams(chosen).toString();
  return form.getAttribute('action') + (query ? `?${query}` : '');
};
const show = async form => {
  const mine = ++asked;
  const target = address(form);
  const answer = await fetch(target, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) {
    location.assign(target);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (mine !== asked) {
    return;
  }
  for (const part of document.querySelectorAll('[data-part]')) {
    part.replaceWith(page.querySelector(`[data-part=${part.dataset.part}]`));
  }
  history.replaceState(null, '', target);
  announce(document.querySelector('h1').textContent);
};
for (const form of document.querySelectorAll('[data-live]')) {
  const later = wait => { clearTimeout(typing); typing = setTimeout(show, wait, form); };
  form.addEventListener('input', event => event.target.type === 'search' && later(250));
  form.addEventListener('change', event => event.target.type !== 'search' && later(0));
  form.addEventListener('submit', event => { event.preventDefault(); later(0); });
}

// Numbers that follow work that goes on are read anew until it is done; then the list beside them, unless somebody is at it.
const follow = async () => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const page = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), 'text/html');
  const moving = document.querySelector('[data-refresh=yes]');
  const fresh = page && moving && page.querySelector(`[data-part=${moving.dataset.part}]`);
  if (!fresh) {
    return;
  }
  moving.replaceWith(fresh);
  if (fresh.dataset.refresh) {
    setTimeout(follow, 2000);
  } else if (!document.querySelector('[data-part=seats] :checked')) {
    document.querySelector('[data-part=seats]')?.replaceWith(page.querySelector('[data-part=seats]'));
    announce(document.querySelector('h1').textContent);
  }
};
if (document.querySelector('[data-refresh=yes]')) {
  setTimeout(follow, 2000);
}

// What takes its time is loaded after the page.
for (const part of document.querySelectorAll('[data-load]')) {
  fetch(part.dataset.load, { headers: { Accept: 'text/html' } })
    .then(answer => (answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer.status)))
    .then(text => part.replaceChildren(new DOMParser().parseFromString(text, 'text/html').querySelector('.okta-side')))
    .catch(() => { part.textContent = part.dataset.failed; });
}

// Picking rows of a list. The bar says how many, and is there only while somebody is picked.
const countPicked = form => {
  const boxes = [...form.querySelectorAll('tbody .pick input')];
  const picked = boxes.filter(box => box.checked).length;
  const all = form.querySelector('[data-pick-all]');
  all.checked = picked === boxes.length;
  all.indeterminate = picked > 0 && picked < boxes.length;
  const bar = form.querySelector('[data-picked]');
  bar.classList.toggle('any', picked > 0);
  const words = bar.querySelector('[data-words]');
  words.textContent = words.dataset.words.replace('#', picked.toLocaleString(root.lang));
};
document.addEventListener('change', event => {
  const form = event.target.closest?.('[data-picks]');
  if (form && event.target.closest('.pick')) {
    if ('pickAll' in event.target.dataset) {
      form.querySelectorAll('tbody .pick input').forEach(box => { box.checked = event.target.checked; });
    }
    countPicked(form);
  }
});
addEventListener('pageshow', () => document.querySelectorAll('[data-picks]:has([data-pick-all])').forEach(countPicked));

// Work in the background: the page asks again until it says that it is through.
const watch = async () => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) {
    location.reload();
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-part]')) {
    const fresh = page.querySelector(`[data-part=${part.dataset.part}]`);
    if (fresh && fresh.outerHTML !== part.outerHTML) {
      part.replaceWith(fresh);
    }
  }
  if (document.querySelector('[data-watch]')) {
    setTimeout(watch, 1000);
  }
};
if (document.querySelector('[data-watch]')) {
  setTimeout(watch, 1000);
}

// The bell, on every other page: asks for less, and less often.
const listen = async () => {
  const running = document.querySelector('[data-bell]');
  if (!running || document.querySelector('[data-watch]')) {
    return;
  }
  const answer = await fetch(running.dataset.bell, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-part=bell]');
  if (fresh) {
    document.querySelector('[data-part=bell]').replaceWith(fresh);
    if (!fresh.querySelector('[data-bell]')) {
      announce(fresh.querySelector('a').title);
    }
    setTimeout(listen, 3000);
  }
};
setTimeout(listen, 3000);

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.method !== 'post') {
    return;
  }
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
  event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
  }
});

// The test of a connection: one step after the other, until one fails that the rest need.
let stepDone;
// called by the page's remote commands
globalThis.stepEnded = args => stepDone?.(args ?? {});
const ofStep = (call, step) => new Promise(done => { stepDone = done; call([{ name: 'step', value: step }]); });
const mark = (step, state) => { document.querySelector(`[data-step=${step}] .step`).className = `step step-${state}`; };
const tryAll = async button => {
  const steps = [...document.querySelectorAll('[data-step]')].map(each => each.dataset.step);
  button.disabled = true;
  announce(button.dataset.test);
  for (const step of steps) {
    mark(step, 'waiting');
    document.querySelector(`[data-step=${step}] .words`).textContent = '';
  }
  for (const step of steps) {
    mark(step, 'running');
    const { passed } = await ofStep(tryStep, step);
    if (!passed && ['REACH', 'SIGN_IN', 'READ'].includes(step)) {
      break;
    }
  }
  announce(button.dataset.done);
  button.disabled = false;
};
document.addEventListener('click', event => {
  const button = event.target.closest('[data-test], [data-create]');
  if (button && 'test' in button.dataset) {
    tryAll(button);
  } else if (button) {
    button.disabled = true;
    ofStep(createAttribute, button.dataset.create);
  }
});

// The end of the session is told two minutes before. Any tab that loads a page moves it, for all of them.
const session = document.getElementById('session');
const seconds = Number(session?.dataset.seconds);
if (seconds > 0) {
  const touch = () => localStorage.setItem('roster-touched', String(Date.now()));
  touch();
  setInterval(() => {
    const left = seconds - (Date.now() - Number(localStorage.getItem('roster-touched'))) / 1000;
    session.hidden = left > 120;
    if (left < 0) {
      location.reload();
    }
  }, 5000);
  session.querySelector('button').addEventListener('click', async () => {
    await fetch(location.href);
    touch();
    session.hidden = true;
  });
}
