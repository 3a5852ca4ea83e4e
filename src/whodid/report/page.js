"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const keys = (element) => (element.dataset.k || "").split(" ").filter(Boolean);
  const places = new Map();
  for (const element of all("[data-k]")) {
    for (const key of keys(element)) {
      if (!places.has(key)) places.set(key, []);
      places.get(key).push(element);
    }
  }
  const light = (names, on) => {
    for (const name of names) {
      const card = document.getElementById(name);
      if (card) card.classList.toggle("lit", on);
      for (const element of places.get(name) || []) element.classList.toggle("lit", on);
    }
  };
  const watch = (element, names) => {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      element.addEventListener(event, () => light(names, on));
    }
  };
  for (const card of all(".card[id]")) watch(card, [card.id]);
  for (const link of all("a[data-k], path[data-k]")) {
    const own = link.getAttribute("href");
    watch(link, own ? [own.slice(1)] : keys(link));
  }

  const filters = document.querySelector(".filters");
  if (!filters) return;
  filters.hidden = false;
  const chosen = new Map();
  const show = () => {
    const passes = (card) => Array.from(chosen).every(([group, values]) => !values.size || values.has(card.dataset[group]));
    for (const card of all(".card.event")) {
      const visible = passes(card);
      card.hidden = !visible;
      for (const element of places.get(card.id) || []) {
        if (element.matches("a.num, path")) element.classList.toggle("off", !visible && keys(element).length === 1);
      }
    }
    for (const words of all("a.m-trigger")) {
      const cards = keys(words).map((key) => document.getElementById(key)).filter((card) => card && card.classList.contains("event"));
      words.classList.toggle("off", cards.length > 0 && cards.every((card) => card.hidden));
    }
    for (const part of all(".part")) {
      const cards = all(".card.event", part);
      const none = part.querySelector(".none");
      if (none) none.hidden = cards.length === 0 || cards.some((card) => !card.hidden);
    }
  };
  filters.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    const { filter, value } = button.dataset;
    if (!chosen.has(filter)) chosen.set(filter, new Set());
    chosen.get(filter)[on ? "add" : "delete"](value);
    show();
  });
})();
