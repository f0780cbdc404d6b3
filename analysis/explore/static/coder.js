// coderBar(panel): the coder's name, whether they see others' decisions; shared by all widgets of the study.
function coderBar(panel) {
  const name = element("input", { type: "text", size: "14", maxlength: "60", "aria-label": "Coder: your name",
    placeholder: "your name", autocomplete: "off", spellcheck: "false" });
  const send = async () => {
    const answer = await panel.ask("coder", { name: name.value, blind: blind.box.checked });
    if (!answer) { learn(); return; }
    panel.say("");
    show(answer);
  };
  name.addEventListener("change", send);
  name.addEventListener("keydown", (event) => { 
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    if (event.key === "Escape") name.value = kept;
    panel.root.focus({ preventScroll: true });
  });
  const blind = checkbox("blind to others", false, send, { title: "see the rules and your own decisions only" });
  let kept = "";
  const show = ({ name: known, blind: hidden }) => { name.value = kept = known; blind.box.checked = hidden; };
  const learn = async () => { const answer = await panel.ask("coder"); if (answer) show(answer); };
  const made = element("div", { class: "bar coder" }, element("label", { class: "choice" }, element("span", {}, "Coder"), name),
    blind);
  // The field takes the focus once no key comes any more: keys that were meant as decisions are no name.
  const enter = panel.later(500, () => name.focus());
  made.ask = () => {
    panel.say("Write your name first: every decision is kept under its coder’s name.", "problem");
    enter();
  };
  panel.coder = { ask: made.ask, get name() { return name.value.trim(); } };
  panel.on("coder", learn);
  learn();
  return made;
}
