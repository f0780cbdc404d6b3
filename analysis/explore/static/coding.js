// The coding desk: what to look at next, its sentence in the article, and the card to decide with.

const QUEUES = [["teaching", "what teaches most first"], ["sentences", "random sentences without a motive"],
  ["reach", "random sentences in reach of the actor"], ["undecided", "all, in text order"], ["disagreements", "disagreements"]];

function coding(panel) {
  const { actors } = panel.opening;
  const state = { queue: "teaching", items: [], place: 0, total: 0, actor: panel.opening.actor, go: true };
  const queue = choice("queue", QUEUES, state.queue, (name) => { state.queue = name; start(); root.focus({ preventScroll: true }); });
  const whose = choice("motives of", actors.map((one) => [one, one]), state.actor, (actor) => {
    state.actor = pane.shown.actor = actor;
    start();
    root.focus({ preventScroll: true });
  });
  const go = checkbox("go on after a decision", true, (on) => { state.go = on; });
  const meter = element("progress", { max: "1", value: "0", "aria-label": "decided" });
  const progress = element("span", { class: "quiet" });
  const back = button(["‹ back", element("kbd", {}, "k")], () => step(-1));
  const on = button(["next ›", element("kbd", {}, "j")], () => step(1));
  const about = element("p", { class: "quiet" });
  const pane = readerPane(panel, { columns: 1, chooser: false, onchoose: (id) => { pane.choose(id); card.show(id); } });
  const card = propositionCard(panel, { pane, step: (by) => step(by), ondone: (answer, ends) => decided(answer, ends),
    sentence: () => state.items[state.place]?.proposition === "" ? state.shown : null, idle: (key) => whyIdle(key) });
  const sentence = element("section", { class: "card", hidden: true, tabindex: "-1", "aria-label": "sentence" });
  const tallies = element("details", { class: "tallies" }, element("summary", {}, "How far the coding is"),
    element("div", {}));
  tallies.addEventListener("toggle", () => tallies.open && tell());

  // What was said of the queue or the coder before is said no more, but for what is wrong with this one.
  const start = () => card.hold(async () => {
    let failed = false;
    const answer = await panel.askLatest("queue", { queue: state.queue, actor: state.actor },
      (problem) => { failed = true; panel.say(problem, "problem"); });
    if (!answer && !failed) return;
    state.failed = failed;
    Object.assign(state, answer ? { items: answer.items, total: answer.total } : { items: [], total: 0 });
    if (answer && state.begun) panel.say("");
    state.begun = true;
    const first = state.items.findIndex((item) => !item.done);
    state.place = first < 0 ? 0 : first;
    await show();
  });
  const whyIdle = (key) => {
    if (!state.shown) return "";
    return `“${key}” decides on a proposition, and here is none: 0 says no motive, + adds one.`;
  };
  const count = () => {
    const done = state.items.filter((item) => item.done).length;
    const shown = state.items.length;
    meter.max = String(Math.max(1, shown));
    meter.value = String(done);
    progress.textContent = shown ? `${state.place + 1} of ${shown}${state.total > shown ? ` (of ${state.total})` : ""}`
      + ` · ${done} decided by ${panel.coder?.name || "you"}` : "";
    back.disabled = state.place <= 0;
    on.disabled = state.place >= shown - 1;
  };

  const show = async () => {
    const item = state.items[state.place];
    count();
    state.shown = null;
    sentence.hidden = pane.node.hidden = true;
    card.hide();
    if (state.failed) {
      refill(about, "The queue could not be made: see the line below. ", button("try again", start));
      return;
    }
    about.textContent = item?.told ?? (item ? "" : { disagreements: "No two coders disagree so far.",
      sentences: "There is no sentence without a motive.",
      reach: "There is no sentence without a motive that can speak of the actor." }[state.queue] ?? "There is nothing to code here.");
    if (!item) return;
    pane.node.hidden = false;
    if (item.proposition) {
      const told = await card.show(item.proposition);
      if (!told || item !== state.items[state.place]) return;
      Object.assign(item, { start: told.start, end: told.end });
      if (state.queue !== "disagreements") item.done = told.own !== "";
      count();
      pane.open({ article: item.article, at: item.start, proposition: item.proposition });
    } else {
      pane.open({ article: item.article, start: item.start, end: item.end });
      await showSentence(item);
    }
  };
  const showSentence = async (item) => {
    const told = await panel.askLatest("sentence", { article: item.article, start: item.start, end: item.end, actor: state.actor });
    if (!told || item !== state.items[state.place]) return;
    sentence.hidden = false;
    state.shown = { article: item.article, start: item.start, end: item.end };
    item.done = told.done;
    count();
    refill(sentence, element("p", { class: "quote", dir: "auto" }, element("mark", {}, told.text)),
      element("p", { class: "quiet" }, words(told.where)),
      element("p", {}, "Does it say what ", words(state.actor), " is after, or stands to gain or lose?"),
      element("div", { class: "actions" },
        button(["no motive here", element("kbd", {}, "0")], () => card.free("0") && none(), { class: "main", "aria-pressed": String(told.none) }),
        button(["add what is selected", element("kbd", {}, "+")], () => card.free("+") && card.add()),
        button(["undo", element("kbd", {}, "u")], () => card.free("u") && card.undo())), card.help);
  };
  const none = async () => {
    const item = state.items[state.place];
    if (!item || item.proposition) return;
    if (!panel.coder.name) { panel.coder.ask(); return; }
    await card.send("none", { article: item.article, start: item.start, end: item.end, holder: state.actor });
  };

  // After a decision: the item is done, and after the last word on it the next one is shown; after an undo, the one it
  // was about, which an earlier decision may hold again.
  const decided = async (answer, ends) => {
    const about = (item) => item.article === answer.article && item.start < answer.end && answer.start < item.end;
    const item = answer.decision === "withdraw" ? state.items.find(about) : state.items[state.place];
    if (tallies.open) tell();
    if (!item || !about(item)) { count(); return; }
    item.done = answer.decision !== "withdraw" || Boolean(answer.proposition?.own);
    if (item.proposition && answer.proposition) item.proposition = answer.proposition.proposition;
    if (answer.decision === "withdraw") {
      state.place = state.items.indexOf(item);
      await show();
    } else if (ends && state.go && state.place < state.items.length - 1) await goOn(1);
    else { count(); if (!item.proposition) await showSentence(item); }
    root.focus({ preventScroll: true });
  };
  const goOn = (by) => card.hold(async () => {
    const next = state.place + by;
    if (next < 0 || next >= state.items.length) return false;
    state.place = next;
    await show();
    root.focus({ preventScroll: true });
    return true;
  });
  const step = async (by) => {
    panel.say(""); // what was said of the item before
    if (!await goOn(by)) panel.say(by > 0 ? "This is the last one." : "This is the first one.");
  };

  const tell = async () => {
    const told = await panel.askLatest("tallies", { actor: state.actor });
    if (!told) return;
    const rows = (head, lines) => lines.length > 0 && [element("h4", {}, head), element("table", { class: "plain" },
      element("tbody", {}, lines.map((line) => element("tr", {}, line.map((cell, place) =>
        element(place ? "td" : "th", place ? {} : { scope: "row" }, words(cell)))))))];
    const lost = (head, lines) => lines.length > 0 && [element("h4", {}, head), element("ul", {},
      lines.map(([coder, quote, why]) => element("li", {}, words(coder), ": “", words(quote), "” ", words(why))))];
    refill(tallies.lastElementChild, element("p", {}, told.status), told.coders && element("p", {}, words(told.coders)),
      told.recall.map((line) => element("p", {}, line)),
      rows("Precision of the rules: right of those decided on, with the 95 % interval", told.precision),
      rows(`Agreement of coders, ${told.disagreements} disagreements`, told.agreement),
      lost("Decisions without a place", told.lost), lost("Decisions under a code that is no more", told.pending));
  };

  const root = element("div", { class: "desk", tabindex: "-1" }, about,
    element("div", { class: "bar" }, back, on, meter, progress, element("span", { class: "gap" }), go),
    pane.node, card.node, sentence);
  panel.keys({ 0: [(event) => {
    if (event.repeat || !card.free("0")) return true;
    if (!state.shown) panel.say("“0” says of a sentence that it holds no motive, and here is a proposition: r rejects it.",
      "problem");
    else none();
    return true;
  }] });
  panel.root.append(coderBar(panel), element("div", { class: "bar" }, queue, whose), root, tallies);
  panel.on("changed", () => {
    if (state.failed) start();
    else if (!card.isBusy()) pane.refresh();
  });
  panel.on("coder", start);
  start();
}
