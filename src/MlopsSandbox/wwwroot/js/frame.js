// The frame of every page: theme, keys, dialogs, copying, and what happens when the server is lost. Everything else is the server's.
const root = document.documentElement;
const themes = ['system', 'light', 'dark'];

const changeTheme = () => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const shown = root.dataset.theme === 'system' ? (dark ? 'dark' : 'light') : root.dataset.theme;
    const next = shown === 'dark' ? 'light' : 'dark';
    root.dataset.theme = next === (dark ? 'dark' : 'light') ? 'system' : next;
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
    document.dispatchEvent(new Event('themechange'));
};
if (!themes.includes(root.dataset.theme)) root.dataset.theme = 'system';
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => document.dispatchEvent(new Event('themechange')));

// Browsers offer the clipboard to https and to this machine alone; elsewhere what is selected can be copied.
const copyText = async (text, beside) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = Object.assign(document.createElement('textarea'), { value: text });
    beside.after(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    beside.focus();
    if (!isCopied) throw new Error('the browser refused');
};
// What came of it stands at the button for a moment: [data-told] in css/base.css. Its own name is kept beside, however often it is pressed meanwhile.
const told = new WeakMap();
const tell = (button, word) => {
    const before = told.get(button), name = before?.name ?? button.getAttribute('aria-label');
    clearTimeout(before?.timer);
    button.dataset.told = word;
    button.setAttribute('aria-label', word);
    told.set(button, { name, timer: setTimeout(() => { delete button.dataset.told; button.setAttribute('aria-label', name); told.delete(button); }, 1500) });
};
const copy = button => copyText(button.dataset.copy, button).then(() => tell(button, 'Copied'), () => tell(button, 'Could not be copied'));

document.addEventListener('click', event => {
    const target = event.target.closest('[data-theme-switch], [data-opens], [data-closes], [data-copy]');
    if (!target) return;
    if ('themeSwitch' in target.dataset) changeTheme();
    if (target.dataset.opens) document.getElementById(target.dataset.opens)?.showModal();
    if (target.dataset.closes) document.getElementById(target.dataset.closes)?.close();
    if ('copy' in target.dataset) copy(target);
});

// Blazor takes a link within the page for a journey, and leaves the focus where it was.
document.addEventListener('click', event => {
    if (!event.target.closest('.skip')) return;
    event.preventDefault();
    document.getElementById('main')?.focus();
}, true);

// In the search, up and down choose from what was found: they leave the caret where it is.
document.addEventListener('keydown', event => {
    if (event.target.id === 'search' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) event.preventDefault();
});

// Keys are for those who are not writing, and have no dialog before them. After g, a page's own letter opens it.
let afterG = false;
const isWriting = element => element.closest('input, textarea, select, [contenteditable], dialog[open], [role="dialog"], [data-own-keys]') || document.querySelector('.mud-dialog');
document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (afterG) {
        afterG = false;
        const page = document.querySelector(`.menu a[data-key="${CSS.escape(event.key)}"]`);
        if (page) { event.preventDefault(); page.click(); }
        return;
    }
    const action = { g: () => { afterG = true; setTimeout(() => { afterG = false; }, 1500); }, '/': () => document.getElementById('search')?.focus(), '?': () => document.getElementById('keys')?.showModal(), p: () => document.querySelector('.live')?.click(), d: changeTheme }[event.key];
    if (action) { event.preventDefault(); action(); }
});

// Blazor tries to reconnect by itself. When the server has forgotten this tab, or gave up on it, the page is loaded again once the server answers.
const lost = document.getElementById('components-reconnect-modal');
const answers = async () => { try { return (await fetch('/health', { cache: 'no-store' })).status < 500; } catch { return false; } };
const reloadWhenBack = async () => {
    while (!await answers()) await new Promise(done => setTimeout(done, 1000));
    location.reload();
};
lost?.addEventListener('components-reconnect-state-changed', event => {
    const state = event.detail.state;
    if (state === 'show' && !lost.open) lost.showModal();
    if (state === 'hide' && lost.open) lost.close();
    if (state === 'failed' || state === 'rejected') reloadWhenBack();
});

// When something went wrong that nothing could hold, Blazor shows this and stops: the lamp must not say that the page lives.
const stopped = document.getElementById('blazor-error-ui');
const tellStopped = () => {
    if (stopped.style.display !== 'block') return;
    document.body.removeAttribute('data-live');
    document.querySelector('.live')?.classList.add('over');
    document.querySelector('.live .word')?.replaceChildren('Stopped');
};
if (stopped) new MutationObserver(tellStopped).observe(stopped, { attributeFilter: ['style'] });
