// What Hangfire's pages do not say to those who hear them: their language, and what a box is for.
document.documentElement.lang = 'en';
const name = () => {
    for (const box of document.querySelectorAll('input[type="checkbox"]:not([aria-label])')) box.setAttribute('aria-label', box.value && box.value !== 'on' ? `Job ${box.value}` : 'All jobs of this page');
};
name();
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
