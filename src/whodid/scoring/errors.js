"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const filters = document.querySelector(".filters");
  const main = document.querySelector("main");
  const none = main.querySelector(".none");
  const causes = all("details", main).map((element, order) => ({ element, order, cards: all("section", element), count: element.querySelector(".count") }));
  const type = document.getElementById("type");
  const words = document.getElementById("words");
  const output = filters.querySelector("output");
  const everything = document.getElementById("all");
  const total = causes.reduce((sum, cause) => sum + cause.cards.length, 0);
  const chosen = new Map();
  const passes = (card, wanted) =>
    Array.from(chosen).every(([group, values]) => !values.size || values.has(card.dataset[group])) &&
    (!type.value || card.dataset.type === type.value) &&
    (!wanted || `${card.textContent} ${card.parentElement.querySelector("summary").textContent}`.toLowerCase().includes(wanted));
  const show = () => {
    const wanted = words.value.trim().toLowerCase();
    for (const cause of causes) {
      cause.shown = 0;
      for (const card of cause.cards) {
        card.hidden = !passes(card, wanted);
        cause.shown += card.hidden ? 0 : 1;
      }
      cause.element.hidden = cause.shown === 0;
      cause.count.textContent = cause.shown.toLocaleString("en");
    }
    const ordered = causes.slice().sort((a, b) => b.shown - a.shown || a.order - b.order);
    for (const cause of ordered) main.insertBefore(cause.element, none);
    const shown = ordered.reduce((sum, cause) => sum + cause.shown, 0);
    none.hidden = shown > 0;
    const many = `${total.toLocaleString("en")} ${total === 1 ? "miss" : "misses"}`;
    output.textContent = shown < total ? `${shown.toLocaleString("en")} of ${many}` : many;
    everything.hidden = shown === total;
  };
  filters.hidden = false;
  filters.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "open") {
      const wanted = causes.some((cause) => !cause.element.hidden && !cause.element.open);
      for (const cause of causes) cause.element.open = wanted;
      button.textContent = wanted ? "close all" : "open all";
      return;
    }
    if (button === everything) {
      for (const pressed of all("[aria-pressed=true]", filters)) pressed.setAttribute("aria-pressed", "false");
      chosen.clear();
      type.value = words.value = "";
      show();
      words.focus();
      return;
    }
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    const { filter, value } = button.dataset;
    if (!chosen.has(filter)) chosen.set(filter, new Set());
    chosen.get(filter)[on ? "add" : "delete"](value);
    show();
  });
  type.addEventListener("change", show);
  words.addEventListener("input", show);
})();
