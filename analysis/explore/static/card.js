// The card of a proposition: what it is, why it is there, and what a coder makes of it.

const VOICES = [["outlet", "the outlet’s own voice"], ["actor", "the actor says"], ["other", "another source"]];
const KINDS = [["goal", "seeks: goal"], ["purpose", "seeks: purpose"], ["need", "seeks: need"],
  ["interest", "gains: interest"], ["benefit", "gains: benefit"], ["fear", "fears"], ["harm", "loses: harm"],
  ["reason", "because: reason"], ["priority", "because: priority"]];
const FLAGS = [["negated", "by denial", "n"], ["hedged", "hedged", "h"], ["minimised", "minimised", "m"]];
const HELP = [["a", "accept"], ["r", "reject"], ["c", "code"], ["v", "voice"], ["n", "by denial"], ["h", "hedged"],
  ["m", "minimised"], ["i", "kind"], ["o", "source"], ["s", "its words: select new ones, then s"], ["e", "note"],
  ["u", "undo"], ["j k or ↓ ↑", "next, previous"], ["0", "no motive in this sentence"],
  ["+", "add what is selected, in a queue of sentences the sentence"], ["PgDn PgUp", "scroll the article"],
  ["Esc", "leave a field, a list, a form"], ["?", "these keys"]];

// propositionCard(panel, {pane, onopen, step, ondone}): card.show(id) tells a proposition. `step(by)` goes to the next,
// `ondone(answer, ends)` is called after every decision; `ends` says whether it was the last word on its item, as a
// field that is mended is not. `sentence()` gives the stretch to add where no words are selected, and `idle` says why
// a key does nothing where no proposition is shown. `card.chosen` is the proposition asked for last, from which keys in
// quick succession go on; `card.told` is what the kernel told of the one shown.
function propositionCard(panel, { pane = null, onopen = null, step = () => {}, ondone = () => {}, sentence = () => null,
  idle = () => "" } = {}) {
  const card = { node: element("section", { class: "card", hidden: true, tabindex: "-1", "aria-label": "proposition" }),
    told: null, chosen: null };
  const note = element("input", { type: "text", class: "note", "aria-label": "note", placeholder: "note", maxlength: "500",
    autocomplete: "off" });
  const help = element("p", { class: "help quiet", hidden: true },
    HELP.map(([key, told]) => [element("kbd", {}, key), ` ${told}   `]));
  const extra = element("div", { class: "extra" });
  const drafts = new Map(); // notes begun and not kept yet, by coder and proposition
  let several = [];
  let turn = 0;
  let busy = 0;
  let sending = 0;
  let stop = null; // where a question stands open that keys must not pass by: what leaving it does
  let stale = false;

  // While a decision or the next card is under way, keys are refused: they would act on what nobody has seen yet.
  card.hold = async (work) => {
    busy += 1;
    try { return await work(); } finally {
      busy -= 1;
      if (!busy && stale) { stale = false; renew({ whole: false }); }
    }
  };
  card.isBusy = () => busy > 0;
  card.help = help;
  const ask = (...nodes) => refill(extra, ...nodes);
  const leave = () => { stop = null; ask(); if (!card.told) card.node.hidden = true; };
  const draftOf = (told) => `${panel.coder?.name}\n${told.proposition}`;

  card.hide = () => { turn += 1; card.told = card.chosen = null; card.node.hidden = true; };
  card.show = async (id, options = {}) => {
    const asked = turn += 1;
    card.chosen = id;
    const told = await panel.askLatest("proposition", { proposition: id });
    if (!told || asked !== turn) return null;
    several = options.several ?? [];
    put(told);
    return told;
  };
  const put = (told) => {
    note.value = drafts.get(draftOf(told)) ?? told.note;
    leave();
    draw(told);
  };
  const draw = (told) => {
    card.told = told;
    card.chosen = told.proposition;
    card.node.hidden = false;
    refill(card.node, severalHere(told.proposition), quoted(told), actions(told), extra,
      element("div", { class: "told" }, fieldsOf(told), decisionsOn(told)), help);
  };
  // Tell the proposition anew after somebody decided elsewhere: what is typed or half chosen here stays. For another
  // coder all of it is told anew, for a note or a decision of theirs is not the last one's.
  const renew = async ({ whole }) => {
    const asked = turn;
    if (!card.told || busy) { stale = Boolean(busy); return; }
    const told = await panel.ask("proposition", { proposition: card.told.proposition });
    if (asked !== turn || busy || !card.told) return;
    if (!told) card.hide();
    else if (whole) put(told);
    else if (JSON.stringify(told) !== JSON.stringify(card.told)) {
      if (note.value === card.told.note) note.value = told.note;
      draw(told);
    }
  };
  panel.on("changed", () => renew({ whole: false }));
  panel.on("coder", () => renew({ whole: true }));
  const severalHere = (now) => several.length > 1 && element("div", { class: "several" },
    element("span", { class: "quiet" }, `${several.length} propositions here:`),
    several.map((id, number) => button(String(number + 1), () => { pane?.choose(id); card.show(id, { several }); },
      { "aria-pressed": String(id === now) })));

  const actions = (told) => element("div", { class: "actions", role: "group", "aria-label": "decide" },
    keyed("accept", "a", () => decide("accept"), { class: "main", "aria-pressed": String(told.own === "accept") }),
    keyed("reject", "r", () => decide("reject"), { "aria-pressed": String(told.own === "reject") }),
    keyed("code", "c", chooseCode), keyed("voice", "v", chooseVoice), keyed("kind", "i", chooseKind),
    keyed("source", "o", chooseSource),
    FLAGS.map(([flag, label, key]) => keyed(label, key, () => decide("relabel", { [flag]: !told.values[flag] }),
      { "aria-pressed": String(told.values[flag]) })),
    keyed("words", "s", respan, { title: "select other words in the text, then press s" }),
    note, keyed("undo", "u", undo),
    onopen && button("open in the reader", () => onopen(card.told)),
    button("?", toggleHelp, { "aria-label": "keys" }));
  const keyed = (label, key, work, attributes = {}) =>
    button([label, element("kbd", { "aria-hidden": "true" }, key)], () => free(key) && work(), { "aria-keyshortcuts": key, ...attributes });
  const toggleHelp = () => { help.hidden = !help.hidden; };

  const decide = async (decision, values = {}, ends = decision !== "relabel") => {
    if (!card.told) return;
    if (!panel.coder.name) { panel.coder.ask(); return; }
    const focused = document.activeElement?.closest(".card") === card.node;
    const asked = { proposition: card.told.proposition, decision, note: note.value, ...values };
    await sent("decide", asked, { ends, draft: draftOf(card.told) });
    if (focused) card.node.focus({ preventScroll: true });
  };
  // Send a decision. What was refused stays at hand; a conflict with another window is put before the coder.
  const sent = (question, asked, { ends = question !== "undo", draft = "" } = {}) => card.hold(async () => {
    sending += 1;
    const answer = await panel.ask(question, asked);
    sending -= 1;
    const again = (more = {}) => { leave(); return sent(question, { ...asked, ...more }, { ends, draft }); };
    if (!answer) {
      ask(element("p", { class: "problem" }, "Not kept: see the line below. ",
        button("try again", () => again()), button("leave it", leave)));
    } else if (answer.conflict) {
      putBefore(answer.conflict, () => again({ force: true }));
    } else if (answer.shrunk) {
      missing(answer.shrunk, again);
    } else {
      drafts.delete(draft);
      leave();
      panel.say(said(answer));
      if (answer.proposition) { put(answer.proposition); pane?.choose(answer.proposition.proposition); }
      await ondone(answer, ends);
      return answer;
    }
    showExtra();
    return null;
  });
  const showExtra = () => {
    if (!card.node.hidden && card.node.contains(extra)) return;
    card.node.hidden = false;
    refill(card.node, extra);
  };
  const putBefore = ({ theirs, mine }, over) => {
    const keep = () => { leave(); if (card.told) card.show(card.told.proposition); };
    ask(element("div", { class: "problem", role: "alert" },
      element("p", {}, "Decided in another window meanwhile, under your name: ", words(theirs)),
      element("p", {}, "Yours, not written: ", words(mine)),
      button("keep the other", keep), button("put mine over it", over)));
    stop = keep;
  };
  // Decisions are gone from the file since it was read: nothing is written until the coder says what holds.
  const missing = ({ had, has, file }, again) => {
    ask(element("div", { class: "problem", role: "alert" },
      element("p", {}, `Not kept: ${file} had ${had} decision${had === 1 ? "" : "s"} and now has ${has}. Put it back and `
        + "try again, or go on with what is there."),
      button("try again", () => again()),
      button("go on with what is there", async () => { if (await panel.ask("reread")) await again(); }),
      button("leave it", leave)));
    stop = leave;
  };
  const WORDS = { accept: "accepted", reject: "rejected", relabel: "relabelled", add: "added",
    none: "no motive here", withdraw: "taken back" };
  const said = ({ decision, quote, again, as: whose }) => {
    const told = whose === undefined || decision === "add" ? WORDS[decision] ?? decision
      : whose ? `accepted, as ${whose} has it` : "accepted";
    const short = [...quote].length > 80 ? `${[...quote].slice(0, 78).join("")}…` : quote;
    return `${told}${again ? " already" : ""}: “${short}”`;
  };
  card.send = sent;

  const undo = async () => {
    if (!panel.coder.name) { panel.coder.ask(); return; }
    await sent("undo", { proposition: card.told?.proposition });
  };
  card.undo = undo;
  const chooseCode = () => pick(extra, "code", panel.opening.codes.map((one) => [one.code, one.label, one.definition]),
    card.told.values.category, (category) => decide("relabel", { category }));
  const chooseKind = () => pick(extra, "kind", KINDS, card.told.values.kind, (kind) => decide("relabel", { kind }));
  const chooseSource = () => {
    if (card.told.values.voice === "outlet") {
      panel.say("The outlet’s own voice has no source: choose another voice first (v).", "problem");
      return;
    }
    const source = element("input", { type: "text", "aria-label": "source", maxlength: "200", autocomplete: "off",
      placeholder: "who says so; empty where nobody is named" });
    source.value = card.told.values.source;
    source.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.stopPropagation();
      leave();
      card.node.focus({ preventScroll: true });
      if (event.key === "Enter") decide("relabel", { source: source.value });
    });
    ask(element("div", { class: "picker" }, source));
    source.focus({ preventScroll: true });
  };
  const chooseVoice = () => pick(extra, "voice", VOICES, card.told.values.voice, (voice) => decide("relabel", { voice }));
  const respan = () => {
    const selected = pane?.selection();
    if (!selected || selected.article !== card.told?.article) {
      panel.say("Select the words in the text above first, then press s.", "problem");
      if (onopen && card.told) onopen(card.told);
      return;
    }
    document.getSelection().removeAllRanges();
    decide("relabel", { start: selected.start, end: selected.end });
  };

  // Add a proposition that the rules missed, of the words selected in the pane.
  const add = async () => {
    const selected = pane?.selection() ?? sentence();
    if (!selected) { panel.say("Select the words in the text first, then press +.", "problem"); return; }
    if (!panel.coder.name) { panel.coder.ask(); return; }
    const guess = await panel.ask("suggest", { ...selected, holder: pane.shown.actor || undefined });
    if (guess) addForm(guess);
  };
  card.add = add;
  const addForm = (guess) => {
    const { codes, actors } = panel.opening;
    const asked = { ...guess };
    const field = (label, name, options) => choice(label, options, guess[name], (value) => { asked[name] = value; });
    const flags = FLAGS.map(([flag, label]) => checkbox(label, false, (on) => { asked[flag] = on; }));
    const text = element("input", { type: "text", class: "note", placeholder: "note", "aria-label": "note" });
    const source = element("input", { type: "text", class: "note", placeholder: "source", "aria-label": "source",
      maxlength: "200" });
    source.value = guess.source ?? "";
    const code = field("motive", "category", codes.map((one) => [one.code, one.label]));
    const form = element("div", { class: "form", role: "group", "aria-label": "add a proposition" },
      element("p", { class: "quote", dir: "auto" }, "Add: ", narrowed(guess, asked)),
      element("div", { class: "bar" }, field("whose", "holder", actors.map((one) => [one, one])), code,
        field("kind", "kind", KINDS), field("voice", "voice", VOICES), source, flags, text),
      element("div", { class: "bar" }, button("add", async () => {
        const { quote, ...fields } = asked;
        await sent("add", { ...fields, source: source.value, note: text.value });
      }, { class: "main" }), button("leave it", leave)));
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      leave();
      panel.root.focus({ preventScroll: true });
    });
    showExtra();
    ask(form);
    code.menu.focus();
  };
  // The words to be added, with buttons that take a word away at either end, or give it back.
  const narrowed = (guess, asked) => {
    const places = [...guess.quote.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length]);
    const mark = element("mark", {}, guess.quote);
    let [first, last] = [0, places.length - 1];
    const move = (side, by) => {
      const [from, to] = side === "first" ? [first + by, last] : [first, last + by];
      if (from < 0 || to >= places.length || from > to) return;
      [first, last] = [from, to];
      const [start, end] = [places[first][0], places[last][1]];
      mark.textContent = guess.quote.slice(start, end);
      asked.start = guess.start + codePoints(guess.quote.slice(0, start));
      asked.end = guess.start + codePoints(guess.quote.slice(0, end));
    };
    const arrow = (sign, label, side, by) => button(sign, () => move(side, by), { "aria-label": label, title: label });
    return [arrow("‹", "one word more in front", "first", -1), arrow("›", "one word less in front", "first", 1), " ", mark,
      " ", arrow("‹", "one word less at the end", "last", -1), arrow("›", "one word more at the end", "last", 1)];
  };

  // Whether a key may act now; else it is said why it does not. A key held down acts once.
  const free = (key) => {
    if (busy) panel.say(`Wait: “${key}” was not taken, for a decision or the next card is under way.`, "problem");
    else if (stop) panel.say("First choose one of the buttons in the box, or leave it with Esc.", "problem");
    return !busy && !stop;
  };
  card.free = free;
  const once = (work) => (event) => { if (!event.repeat && free(event.key)) work(event); return true; };
  const on = (work) => (event) => {
    if (busy || (card.told && !card.node.hidden)) return once(work)(event);
    const why = idle(event.key);
    if (why && !event.repeat) panel.say(why, "problem");
    return Boolean(why);
  };
  const go = (by) => (event) => {
    if (sending) return once(() => {})(event); // from a card that only loads one may go on
    if (stop) stop();
    return step(by);
  };
  panel.keys({
    a: [on(() => decide("accept"))], r: [on(() => decide("reject"))], c: [on(chooseCode)], v: [on(chooseVoice)],
    ...Object.fromEntries(FLAGS.map(([flag, , key]) => [key, [on(() => decide("relabel", { [flag]: !card.told.values[flag] }))]])),
    i: [on(chooseKind)], o: [on(chooseSource)],
    s: [on(respan)], e: [on(() => note.focus())], u: [once(undo)], j: [go(1)], k: [go(-1)],
    ArrowDown: [(event) => event.target.closest(".article, select") ? false : go(1)(event)],
    ArrowUp: [(event) => event.target.closest(".article, select") ? false : go(-1)(event)],
    "+": [once(add)], "?": [() => { if (!help.isConnected) return false; toggleHelp(); return true; }],
    Escape: [() => {
      if (stop) { stop(); return true; }
      if (!card.node.hidden && extra.firstChild) { leave(); return true; }
      if (!help.hidden && help.isConnected) { toggleHelp(); return true; }
      return false;
    }],
  });
  note.addEventListener("input", () => {
    if (!card.told) return;
    if (note.value === card.told.note) drafts.delete(draftOf(card.told));
    else drafts.set(draftOf(card.told), note.value);
  });
  note.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.stopPropagation();
    card.node.focus({ preventScroll: true });
    event.preventDefault();
    if (!card.told) return;
    if (event.key === "Escape") { note.value = card.told.note; drafts.delete(draftOf(card.told)); return; }
    if (!free("Enter")) return;
    if (card.told.own) decide(card.told.own === "reject" ? "reject" : "relabel", {}, false);
    else panel.say("The note is kept with your next decision on this proposition.");
  });
  return card;
}

const quoted = ({ quote: [before, inside, after] }) =>
  element("p", { class: "quote", dir: "auto" }, before, element("mark", {}, inside), after);

const fieldsOf = ({ fields }) => element("dl", { class: "fields" },
  fields.map(([name, value]) => [element("dt", {}, name), element("dd", {}, words(value))]));

const decisionsOn = ({ decisions }) => decisions.length > 0 && element("div", { class: "decisions" },
  element("h4", {}, "Decisions"), element("ul", {}, decisions.map((one) => element("li", { class: one.mine ? "mine" : "" },
    words(one.coder, { class: "who" }), " ", words(one.told), one.note && [" — ", words(one.note)]))));
