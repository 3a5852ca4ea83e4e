"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const one = (selector, root) => (root || document).querySelector(selector);
  // What a stretch of text belongs to: its keys hold within its article.
  const keys = (element) => {
    if (!element.dataset.k) return [];
    const { id } = element.closest("article");
    return element.dataset.k.split(" ").map((key) => `${id}-${key}`);
  };
  const words = new Map();
  for (const element of all("[data-k]")) {
    for (const key of keys(element)) {
      if (!words.has(key)) words.set(key, []);
      words.get(key).push(element);
    }
  }

  // What belongs together lights up: a card or row with its words, its number and its line in the picture.
  const mark = (names, look, on) => {
    for (const name of names) {
      const entry = document.getElementById(name);
      if (entry) entry.classList.toggle(look, on);
      for (const element of words.get(name) || []) element.classList.toggle(look, on);
    }
  };
  const ofQuote = (key) => /-q[^-]*$/.test(key);
  const own = (link) => (link.getAttribute("href") || "").slice(1);
  const pointed = (element) => {
    const entry = element.closest(".card[id], tr[id]");
    const link = element.closest("a[data-k], path[data-k]");
    const quoted = element.closest("span[data-k]");
    const linked = link ? (own(link) ? [own(link)] : keys(link)) : [];
    return [...(entry ? [entry.id] : []), ...linked, ...(quoted && !link ? keys(quoted).filter(ofQuote) : [])];
  };
  let lit = [];
  const light = (names) => {
    mark(lit, "lit", false);
    mark(names, "lit", true);
    lit = names;
  };
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, (event) => light(pointed(event.target)));
  document.addEventListener("focusout", () => light([]));
  document.documentElement.addEventListener("mouseleave", () => light([]));

  // Going from one to the other: what the address names is brought into sight, and both ends of it keep a frame.
  const wide = matchMedia("(min-width: 901px)");
  let chosen = [];
  const choose = (id) => {
    mark(chosen, "chosen", false);
    chosen = [id.replace(/-text$/, "")];
    mark(chosen, "chosen", true);
  };
  const bring = (target) => {
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (target.closest("[hidden]")) showAll();
    target.scrollIntoView({ block: wide.matches && target.closest("aside") ? "nearest" : "center" });
    if (!target.matches("a, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  const go = (id) => {
    const target = document.getElementById(id);
    if (!target) return false;
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    choose(id);
    bring(target);
    return true;
  };
  const arrive = () => {
    const id = location.hash.slice(1);
    const target = id && document.getElementById(id);
    choose(id);
    if (target && target.closest("aside, .text")) bring(target);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#a"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && link.hash.includes("-")) {
      if (go(own(link))) event.preventDefault();
      return;
    }
    if (event.target.closest("a, button, summary, input, label") || String(getSelection())) return;
    const line = event.target.closest("path[data-k]");
    const entry = event.target.closest(".card[id], tr[id]");
    const quoted = event.target.closest("span[data-k]");
    if (line) go(keys(line)[0]);
    else if (entry) go(`${entry.id}-text`);
    else if (quoted) keys(quoted).filter(ofQuote).slice(0, 1).forEach(go);
  });

  const bar = one(".bar");
  const panel = one("#filters");
  const find = one("#find");
  const cards = all(".card.event");
  const groups = new Map();
  const narrowed = () => find.value.trim() || Array.from(groups.values()).some((values) => values.size);
  const told = new Map();
  const wordsOf = (card) => {
    if (!told.has(card)) told.set(card, card.textContent.toLowerCase());
    return told.get(card);
  };
  const show = () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const passes = (card) =>
      Array.from(groups).every(([group, values]) => !values.size || values.has(card.dataset[group])) &&
      wanted.every((word) => wordsOf(card).includes(word));
    let passed = 0;
    for (const card of cards) {
      card.hidden = !passes(card);
      passed += card.hidden ? 0 : 1;
      for (const element of words.get(card.id) || []) {
        if (element.matches("a.num, a.m-trigger, path")) {
          const events = keys(element).map((key) => document.getElementById(key)).filter((other) => other && other.matches(".card.event"));
          element.classList.toggle("off", events.every((other) => other.hidden));
        }
      }
    }
    const articles = all("main > article");
    for (const article of articles) {
      const seen = one(".card.event:not([hidden])", article);
      const none = one(".none.match", article);
      article.hidden = articles.length > 1 && Boolean(narrowed()) && !seen;
      const entry = one(`#contents [data-article="${article.id}"]`);
      if (entry) entry.hidden = article.hidden;
      if (none) none.hidden = Boolean(seen);
    }
    one("#nothing").hidden = !(narrowed() && !passed && articles.length > 1);
    const total = `${cards.length.toLocaleString("en")} ${cards.length === 1 ? "event" : "events"}`;
    one("output", bar).textContent = narrowed() ? `${passed.toLocaleString("en")} of ${total}` : total;
    one(".all", bar).hidden = !narrowed();
  };
  // The choice stands in the address too, to be shared with it.
  const keep = () => {
    const query = new URLSearchParams();
    for (const [group, values] of groups) if (values.size) query.set(group, Array.from(values).join(","));
    if (find.value.trim()) query.set("find", find.value.trim());
    try {
      history.replaceState(null, "", `${location.pathname}${String(query) && `?${query}`}${location.hash}`);
    } catch (error) {
      // Some browsers do not let a page from a file change its address.
    }
  };
  const press = (button, on) => {
    button.setAttribute("aria-pressed", String(on));
    const { filter, value } = button.dataset;
    if (!groups.has(filter)) groups.set(filter, new Set());
    groups.get(filter)[on ? "add" : "delete"](value);
  };
  const buttons = panel ? all("button", panel) : [];
  function showAll() {
    if (!bar) return;
    for (const button of buttons) press(button, false);
    find.value = "";
    show();
    keep();
  }
  if (bar) {
    bar.hidden = panel.hidden = false;
    const query = new URLSearchParams(location.search);
    for (const button of buttons) {
      if ((query.get(button.dataset.filter) || "").split(",").includes(button.dataset.value)) press(button, true);
    }
    find.value = query.get("find") || "";
    if (narrowed()) show();
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      press(button, button.getAttribute("aria-pressed") !== "true");
      show();
      keep();
    });
    find.addEventListener("input", () => { show(); keep(); });
    for (const button of all(".all")) button.addEventListener("click", () => { showAll(); find.focus(); });
    one('a[href="#filters"]', bar).addEventListener("click", () => { panel.open = true; });
  }
  if (!wide.matches) for (const fold of all("header.page .fold")) fold.open = false;
  window.addEventListener("hashchange", arrive);
  window.addEventListener("popstate", () => choose(location.hash.slice(1)));
  if (location.hash) arrive();
})();
