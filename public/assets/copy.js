/**
 * The republish page's one script: a button for each field that copies it and says so, and tabs for the copies (ARIA
 * Authoring Practices, tabs with automatic activation). Without it everything is on the page, one below the other.
 */
for (const field of document.querySelectorAll('[data-copy]')) addButton(field);
for (const group of document.querySelectorAll('[data-tabs]')) makeTabs(group);

function addButton(field) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = field.dataset.copy;
  const said = document.createElement('span');
  said.className = 'said';
  said.setAttribute('role', 'status');
  const line = document.createElement('p');
  line.className = 'copy-line';
  line.append(button, said);
  field.before(line);
  button.addEventListener('click', async () => {
    // Emptied first, so that the same words are read out again.
    said.textContent = '';
    const copied = await copyText(field);
    said.textContent = copied ? field.dataset.copied : field.dataset.failed;
    if (!copied) selectAll(field);
  });
}

async function copyText(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}

function selectAll(field) {
  field.focus();
  field.select();
}

function makeTabs(group) {
  const panels = [...group.querySelectorAll('[data-tab]')];
  const list = document.createElement('div');
  list.className = 'tabs';
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-labelledby', group.getAttribute('aria-labelledby'));
  const tabs = panels.map((panel) => makeTab(panel));
  list.append(...tabs);
  panels[0].before(list);
  group.classList.add('tabbed');
  const choose = (index) => {
    for (const [each, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(each === index));
      tab.tabIndex = each === index ? 0 : -1;
      panels[each].hidden = each !== index;
    }
  };
  list.addEventListener('click', ({ target }) => tabs.includes(target) && choose(tabs.indexOf(target)));
  list.addEventListener('keydown', (event) => {
    const to = moveTo(event.key, tabs.indexOf(document.activeElement), tabs.length, getComputedStyle(list).direction);
    if (to === null) return;
    event.preventDefault();
    choose(to);
    tabs[to].focus();
  });
  const wanted = panels.findIndex(({ id }) => `#${id}` === location.hash);
  choose(Math.max(wanted, 0));
}

function makeTab(panel) {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.id = `${panel.id}-tab`;
  tab.textContent = panel.dataset.tab;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  // A panel in which nothing takes the focus takes it itself.
  if (!panel.querySelector('a, button, textarea')) panel.tabIndex = 0;
  return tab;
}

/** Null: not a key that moves. Left is forward where the text runs to the left. */
function moveTo(key, at, count, direction) {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === back) return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
