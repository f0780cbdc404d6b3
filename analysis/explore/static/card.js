// The card of a proposition: what it is, why it is there, and what a coder makes of it.

const VOICES = [["outlet", "the outlet’s own voice"], ["actor", "the actor says"], ["other", "another source"]];
const KINDS = [["goal", "seeks: goal"], ["purpose", "seeks: purpose"], ["need", "seeks: need"],
  ["interest", "gains: interest"], ["benefit", "gains: benefit"], ["fear", "fears"], ["harm", "loses: harm"],
  ["reason", "because: reason"], ["priority", "because: priority"]];
const FLAGS = [["negated", "by denial", "n"], ["hedged", "hedged", "h"], ["minimised", "minimised", "m"]];
const HELP = [["a", "accept"], ["r", "reject"], ["c", "code"], ["v", "voice"], ["n", "by denial"], ["h", "hedged"],
  ["m", "minimised"], ["s", "its words: select new ones, then s"], ["e", "note"], ["u", "undo"],
  ["j k", "next, previous"], ["+", "add what is selected"], ["?", "these keys"]];

// propositionCard(panel, {pane, onopen, step, ondone}): card.show(id) tells a proposition. `step(by)` goes to the next,
// `ondone(answer)` is called after every decision.
function propositionCard(panel, { pane = null, onopen = null, step = () => {}, ondone = () => {} } = {}) {
  const card = { node: element("section", { class: "card", hidden: true, tabindex: "-1", "aria-label": "proposition" }),
    told: null };
  const note = element("input", { type: "text", class: "note", "aria-label": "note", placeholder: "note", maxlength: "500",
    autocomplete: "off" });
  const help = element("p", { class: "help quiet", hidden: true },
    HELP.map(([key, told]) => [element("kbd", {}, key), ` ${told}   `]));
  const extra = element("div", { class: "extra" });
  let several = [];
  let turn = 0;
  let sending = 0;

  card.hide = () => { turn += 1; card.told = null; card.node.hidden = true; };
  card.show = async (id, options = {}) => {
    const asked = turn += 1;
    const told = await panel.askLatest("proposition", { proposition: id });
    if (!told || asked !== turn) return null;
    several = options.several ?? [];
    put(told);
    return told;
  };
  const put = (told) => {
    note.value = told.note;
    refill(extra);
    draw(told);
  };
  const draw = (told) => {
    card.told = told;
    card.node.hidden = false;
    refill(card.node, severalHere(told.proposition), quoted(told), actions(told), extra,
      element("div", { class: "told" }, fieldsOf(told), decisionsOn(told)), help);
  };
  // Tell the proposition anew after somebody decided elsewhere: what is typed or half chosen here stays. For another
  // coder all of it is told anew, for a note or a decision of theirs is not the last one's.
  const renew = async ({ whole }) => {
    const asked = turn;
    if (!card.told || sending) return;
    const told = await panel.ask("proposition", { proposition: card.told.proposition });
    if (asked !== turn || sending || !card.told) return;
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
    keyed("accept", "a", () => decide("accept"), { class: "main", "aria-pressed": String(mine(told, "accept")) }),
    keyed("reject", "r", () => decide("reject"), { "aria-pressed": String(told.state === "rejected") }),
    keyed("code", "c", chooseCode), keyed("voice", "v", chooseVoice),
    FLAGS.map(([flag, label, key]) => keyed(label, key, () => decide("relabel", { [flag]: !told.values[flag] }),
      { "aria-pressed": String(told.values[flag]) })),
    keyed("words", "s", respan, { title: "select other words in the text, then press s" }),
    note, keyed("undo", "u", undo),
    onopen && button("open in the reader", () => onopen(card.told)),
    button("?", toggleHelp, { "aria-label": "keys" }));
  const keyed = (label, key, work, attributes = {}) =>
    button([label, element("kbd", { "aria-hidden": "true" }, key)], work, { "aria-keyshortcuts": key, ...attributes });
  const mine = (told, word) => told.decisions.some((one) => one.mine && one.told.startsWith(word));
  const toggleHelp = () => { help.hidden = !help.hidden; };

  const decide = async (decision, values = {}) => {
    if (!card.told) return;
    if (!panel.coder.name) { panel.coder.ask(); return; }
    const focused = document.activeElement?.closest(".card") === card.node;
    const asked = { proposition: card.told.proposition, decision, note: note.value, ...values };
    await sent("decide", asked, `${card.told.quote[1]}`);
    if (focused) card.node.focus({ preventScroll: true });
  };
  // Send a decision. What was refused stays at hand; a conflict with another window is put before the coder.
  const sent = async (question, asked) => {
    sending += 1;
    const answer = await panel.ask(question, asked);
    sending -= 1;
    if (!answer) {
      refill(extra, element("p", { class: "problem" }, "Not kept: see the line below. ",
        button("try again", () => sent(question, asked)), button("leave it", () => refill(extra))));
      return null;
    }
    if (answer.conflict) {
      refill(extra, element("div", { class: "problem", role: "alert" },
        element("p", {}, "Decided in another window meanwhile, under your name: ", words(answer.conflict.theirs)),
        element("p", {}, "Yours, not written: ", words(answer.conflict.mine)),
        button("keep the other", () => { refill(extra); if (card.told) card.show(card.told.proposition); }),
        button("put mine over it", () => sent(question, { ...asked, force: true }))));
      return null;
    }
    refill(extra);
    panel.say(said(answer));
    if (answer.proposition) { put(answer.proposition); pane?.choose(answer.proposition.proposition); }
    ondone(answer);
    return answer;
  };
  const WORDS = { accept: "accepted", reject: "rejected", relabel: "relabelled", add: "added",
    none: "no motive here", withdraw: "taken back" };
  const said = ({ decision, quote }) =>
    `${WORDS[decision] ?? decision}: “${quote.length > 80 ? `${[...quote].slice(0, 78).join("")}…` : quote}”`;
  card.send = sent;

  const undo = async () => {
    if (!panel.coder.name) { panel.coder.ask(); return; }
    await sent("undo", { proposition: card.told?.proposition });
  };
  card.undo = undo;
  const chooseCode = () => pick(extra, "code", panel.opening.codes.map((one) => [one.code, one.label, one.definition]),
    card.told.values.category, (category) => decide("relabel", { category }));
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
    const selected = pane?.selection();
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
    const code = field("motive", "category", codes.map((one) => [one.code, one.label]));
    const form = element("div", { class: "form", role: "group", "aria-label": "add a proposition" },
      element("p", { class: "quote", dir: "auto" }, "Add: ", element("mark", {}, guess.quote)),
      element("div", { class: "bar" }, field("whose", "holder", actors.map((one) => [one, one])), code,
        field("kind", "kind", KINDS), field("voice", "voice", VOICES), flags, text),
      element("div", { class: "bar" }, button("add", async () => {
        const { quote, ...fields } = asked;
        await sent("add", { ...fields, note: text.value });
      }, { class: "main" }), button("leave it", () => { refill(extra); if (!card.told) card.node.hidden = true; })));
    if (card.node.hidden || !card.node.contains(extra)) { card.node.hidden = false; refill(card.node, extra); }
    refill(extra, form);
    code.menu.focus();
  };

  const on = (work) => () => { if (card.node.hidden || !card.told) return false; work(); return true; };
  panel.keys({
    a: [on(() => decide("accept"))], r: [on(() => decide("reject"))], c: [on(chooseCode)], v: [on(chooseVoice)],
    ...Object.fromEntries(FLAGS.map(([flag, , key]) => [key, [on(() => decide("relabel", { [flag]: !card.told.values[flag] }))]])),
    s: [on(respan)], e: [on(() => note.focus())], u: [() => undo()], j: [() => step(1)], k: [() => step(-1)],
    ArrowDown: [(event) => event.target.closest(".article") ? false : step(1)],
    ArrowUp: [(event) => event.target.closest(".article") ? false : step(-1)],
    "+": [() => add()], "?": [on(toggleHelp)],
  });
  note.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.stopPropagation();
    card.node.focus({ preventScroll: true });
    if (event.key === "Escape") { note.value = card.told.note; return; }
    const own = card.told.decisions.some((one) => one.mine);
    if (own) decide(card.told.state === "rejected" ? "reject" : "relabel");
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
