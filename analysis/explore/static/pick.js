// pick(where, label, [[value, label, hint]], now, onpick): a list to choose from by keys: type, arrows, digits, Enter.
function pick(where, label, options, now, onpick) {
  let shown = options;
  let place = Math.max(0, options.findIndex(([value]) => value === now));
  const name = `pick-${label}`;
  const input = element("input", { type: "text", placeholder: `${label}: type, or choose with the arrows`, "aria-label": label,
    role: "combobox", "aria-expanded": "true", "aria-controls": name, autocomplete: "off" });
  const list = element("ul", { role: "listbox", class: "pick", id: name, "aria-label": label });
  const before = document.activeElement;
  const close = () => {
    refill(where);
    (before?.isConnected ? before : where.closest("[tabindex]"))?.focus?.({ preventScroll: true });
  };
  const take = (value) => { close(); onpick(value); };
  const draw = () => {
    refill(list, shown.map(([value, told, hint], number) => element("li", { role: "option", title: hint,
      "aria-selected": String(number === place), class: value === now ? "now" : "", onclick: () => take(value) },
    options.length < 10 && element("kbd", {}, number + 1), words(told))));
    list.children[place]?.scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", () => {
    const like = input.value.trim().toLowerCase();
    if (options.length < 10 && /^[1-9]$/.test(like) && options[Number(like) - 1]) { take(options[Number(like) - 1][0]); return; }
    shown = options.filter(([value, told]) => `${value} ${told}`.toLowerCase().includes(like));
    place = 0;
    draw();
  });
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) { place = Math.max(0, Math.min(shown.length - 1, place + by)); draw(); event.preventDefault(); }
    if (event.key === "Enter" && shown[place]) take(shown[place][0]);
    if (event.key === "Escape") close();
  });
  refill(where, element("div", { class: "picker" }, input, list));
  draw();
  input.focus({ preventScroll: true });
}
