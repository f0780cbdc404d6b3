// What every panel is built on: elements without markup, questions to the kernel, keys, a status line.
// Text from a study only ever becomes a text node, and nothing from it becomes an address, a style or a handler.

const ALLOWED = new Set(["class", "role", "title", "type", "tabindex", "value", "placeholder", "for", "id", "name",
  "min", "max", "step", "rows", "maxlength", "colspan", "rowspan", "scope", "dir", "lang", "open", "checked",
  "disabled", "selected", "hidden", "multiple", "size", "list", "spellcheck", "autocomplete", "wrap"]);

// element("button", {class: "x", onclick: f, "aria-label": "..."}, "text", node, [more]) makes an element.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function" && name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (ALLOWED.has(name) || name.startsWith("aria-") || name.startsWith("data-"))
      made.setAttribute(name, value === true ? "" : name === "value" ? String(value) : undirected(String(value)));
    else throw new Error(`the attribute ${name} is not allowed here`);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => child instanceof Node ? child : document.createTextNode(String(child))));
  return made;
}

// Words of a source within a line: their direction of writing stays their own. A sign of direction that is opened in
// them and not closed would take the end of the element for its own, and turn what follows.
const words = (text, attributes = {}) => element("bdi", attributes, undirected(String(text ?? "")));

// A name without the signs that turn the direction of writing, for where no element can isolate it: menus, hints.
const undirected = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

// A long name with its middle left out: names that differ at their end are still told apart.
const shortened = (name, longest = 32) => {
  const signs = [...name];
  const half = Math.floor((longest - 1) / 2);
  return signs.length <= longest ? name : `${signs.slice(0, half).join("").trim()}…${signs.slice(-half).join("").trim()}`;
};

const button = (label, onclick, attributes = {}) => element("button", { type: "button", onclick, ...attributes }, label);

// Fill a node anew. The focus stays: on what stands for the same (by its data or label), else on what holds the node.
function refill(node, ...children) {
  const focused = node.contains(document.activeElement) && document.activeElement !== node ? document.activeElement : null;
  const same = focused && ["data-proposition", "data-place", "data-key", "aria-label", "aria-keyshortcuts"]
    .filter((name) => focused.hasAttribute(name)).map((name) => [name, focused.getAttribute(name)])[0];
  node.replaceChildren(...element("div", {}, ...children).childNodes);
  if (focused && !node.contains(focused)) {
    const again = same && [...node.querySelectorAll(`[${same[0]}]`)].find((one) => one.getAttribute(same[0]) === same[1]);
    (again ?? node.closest("[tabindex]"))?.focus({ preventScroll: true });
  } else focused?.focus({ preventScroll: true });
  return node;
}

// choice("Outlet", [[value, label, hint], ...], chosen, onchoose): a labelled menu; `choice(...).menu` is its <select>.
function choice(label, options, chosen, onchoose) {
  const menu = element("select", { "aria-label": label, onchange: () => onchoose(menu.value) });
  const made = element("label", { class: "choice" }, element("span", {}, label), menu);
  made.menu = menu;
  made.fill = (fresh, value) => {
    refill(menu, fresh.map(([key, shown, title]) =>
      element("option", { value: key, selected: key === value, title }, undirected(String(shown)))));
    if (value !== undefined && value !== null) menu.value = value;
  };
  made.fill(options, chosen);
  return made;
}

function checkbox(label, checked, onchange, attributes = {}) {
  const box = element("input", { type: "checkbox", checked, onchange: () => onchange(box.checked) });
  const made = element("label", { class: "check", ...attributes }, box, label);
  made.box = box;
  return made;
}

// pager(onpage): buttons for a list shown a page at a time; pager.show({page, pages, told}) after every answer.
function pager(onpage) {
  let now = 0;
  const told = element("span", { class: "quiet", "aria-live": "polite" });
  const back = button("‹ earlier", () => onpage(now - 1), { "aria-label": "earlier page" });
  const on = button("later ›", () => onpage(now + 1), { "aria-label": "later page" });
  const made = element("div", { class: "pager" }, back, told, on);
  made.show = ({ page, pages, told: said }) => {
    now = page;
    back.disabled = page <= 0;
    on.disabled = page >= pages - 1;
    back.hidden = on.hidden = pages < 2;
    told.textContent = said ?? (pages > 1 ? `page ${page + 1} of ${pages}` : "");
  };
  made.turn = (by) => { if (!(by < 0 ? back : on).disabled) onpage(now + by); };
  return made;
}

const codePoints = (text) => { let number = 0; for (const _ of text) number += 1; return number; };

const isTyping = (target) => target instanceof HTMLElement
  && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    && !/^(checkbox|radio|button)$/.test(target.type));

const savesNotebook = (event) => (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";

// The panel that a page is built on. `root` holds it, `opening` is what Python opened it with.
class Panel {
  constructor({ model, el }) {
    this.model = model;
    this.opening = model.get("opening");
    this.root = element("section", { class: "explore-panel", tabindex: "-1", "data-lm-suppress-shortcuts": "true" });
    this.status = element("p", { class: "status", role: "status", "aria-live": "polite" });
    this.waiting = new Map();
    this.delayed = new Set();
    this.heard = [];
    this.table = [];
    this.latest = new Map();
    this.said = ["", ""];
    this.name = Math.random().toString(36).slice(2);
    this.count = 0;
    this.renew = this.later(120, (notice) => this.notify(notice));
    this.hear = (message) => this.receive(message);
    model.on("msg:custom", this.hear);
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    // JupyterLab's own keys rest while the focus is here, all but the one that saves the notebook.
    this.guard = (event) => {
      if (!this.root.contains(event.target)) return;
      this.root.toggleAttribute("data-lm-suppress-shortcuts", !savesNotebook(event));
    };
    window.addEventListener("keydown", this.guard, true);
    el.append(this.root, this.status);
    el.classList.add("explore-host");
  }

  // Ask the kernel: gives its answer, or undefined where it refused, which is then said on the status line, or to
  // `refused` where that is given (a page that says it beside the field it is about).
  ask(question, fields = {}, refused = (problem) => this.say(problem, "problem")) {
    const id = `${this.name}.${this.count += 1}`;
    return new Promise((resolve) => {
      const timers = [
        setTimeout(() => this.put("Waiting for the kernel …", "waits"), 1000),
        setTimeout(() => this.put("Still no answer: another cell may be running, or the kernel was restarted "
          + "(then run this cell again).", "waits problem"), 15000),
      ];
      this.waiting.set(id, (message) => {
        timers.forEach(clearTimeout);
        if (this.status.classList.contains("waits")) this.put(...this.said);
        if (message.problem !== undefined) refused(message.problem);
        resolve(message.problem === undefined ? message.answer : undefined);
      });
      this.mark();
      // After a restart there is nobody to send to, which the browser's side of the widget throws.
      try {
        this.model.send({ ...fields, id, ask: question });
      } catch {
        refused = () => {};
        this.receive({ id, problem: "" });
        this.say("The kernel was restarted: run this cell again.", "problem");
      }
    });
  }

  // Ask, and drop the answer where the same has been asked anew meanwhile (typing, scrolling): then it is undefined.
  async askLatest(question, fields = {}, refused = (problem) => this.say(problem, "problem")) {
    const turn = (this.latest.get(question) ?? 0) + 1;
    const isLatest = () => this.latest.get(question) === turn;
    this.latest.set(question, turn);
    const answer = await this.ask(question, fields, (problem) => isLatest() && refused(problem));
    return isLatest() ? answer : undefined;
  }

  // Delay work until `wait` milliseconds have passed without another call, as while somebody types.
  later(wait, work) {
    let timer;
    const cancel = () => { clearTimeout(timer); this.delayed.delete(delay); this.mark(); };
    const delay = (...given) => {
      clearTimeout(timer);
      this.delayed.add(delay);
      this.mark();
      timer = setTimeout(() => { cancel(); work(...given); }, wait);
    };
    delay.cancel = cancel;
    return delay;
  }

  // The panel carries `data-waiting` while a question has no answer yet or delayed work is to come: what it shows is
  // settled once the attribute is gone, which is what the tests wait for.
  mark() {
    this.root.toggleAttribute("data-waiting", this.waiting.size + this.delayed.size > 0);
  }

  // Forget what was asked for with askLatest: its answer, where it still comes, is dropped.
  forget(question) {
    this.latest.set(question, (this.latest.get(question) ?? 0) + 1);
  }

  // Hear a notice that Python sends to every page: panel.on("changed", (fields) => ...).
  on(notice, heard) {
    this.heard.push([notice, heard]);
  }

  // Say a line beneath the panel; tone "problem" makes it stand out.
  say(line, tone = "") {
    this.said = [line, tone];
    this.put(line, tone);
  }

  put(line, tone) {
    this.status.textContent = line;
    this.status.className = `status ${tone}`;
  }

  // Keys that act while the focus is in the panel (or in `within`) and not in a text field: {"a": [work, "accept"]}.
  keys(table, within = this.root) {
    this.table.push([table, within]);
  }

  receive(message) {
    // What other panels show of a decision can wait until its own panel has its answer and asked for the next card.
    if (message.notice === "changed" && !message.at_once) this.renew(message);
    else if (message.notice !== undefined) this.notify(message);
    else if (this.waiting.has(message.id)) {
      const resolve = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      this.mark();
      resolve(message);
    }
  }

  notify(message) {
    for (const [notice, heard] of this.heard) if (notice === message.notice) heard(message);
  }

  pressed(event) {
    if (savesNotebook(event)) return;
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") event.preventDefault(); // a browser would empty a search field
    else if (isTyping(event.target)) return;
    if (event.key === " " && event.target.closest("button, summary, input")) return;
    for (const [table, within] of [...this.table].reverse()) {
      if (!Object.hasOwn(table, event.key) || !within.contains(event.target)) continue;
      if (event.key === "Enter" && event.target.closest("button, summary")) return;
      const used = table[event.key][0](event);
      if (used !== false) { event.preventDefault(); return; }
    }
    if (event.key === "Escape") this.leave();
  }

  // Give the focus back to the notebook's cell, where JupyterLab's own keys are heard again.
  leave() {
    const cell = this.root.closest(".jp-Cell, .jp-OutputArea-output[tabindex]");
    if (cell?.hasAttribute("tabindex")) cell.focus({ preventScroll: true });
    else document.activeElement?.blur();
  }

  close() {
    this.model.off("msg:custom", this.hear);
    window.removeEventListener("keydown", this.guard, true);
  }
}

function mount(context, view) {
  context.el.replaceChildren();
  const panel = new Panel(context);
  view(panel);
  return () => panel.close();
}
