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

// A run that goes on is shown as it is, until it has ended.
const followRun = async () => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const going = page.querySelector('[data-follow=yes]');
  for (const part of going ? ['title', 'run'] : ['title', 'run', 'list']) {
    document.querySelector(`[data-part=${part}]`).replaceWith(page.querySelector(`[data-part=${part}]`));
  }
  if (going) {
    setTimeout(followRun, 2000);
  } else {
    announce(document.querySelector('[data-part=run] [role=status]').textContent);
  }
};
if (document.querySelector('[data-follow=yes]')) {
  setTimeout(followRun, 2000);
}

// What takes its time is loaded after the page.
for (const part of document.querySelectorAll('[data-load]')) {
  fetch(part.dataset.load, { headers: { Accept: 'text/html' } })
    .then(answer => (answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer.status)))
    .then(text => part.replaceChildren(new DOMParser().parseFromString(text, 'text/html').querySelector('.okta-side')))
    .catch(() => { part.textContent = part.dataset.failed; });
}

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
    if (!passed && !['EXTENSION', 'NUMBER'].includes(step)) {
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
