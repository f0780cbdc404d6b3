// The coder's memo on the article that a column shows, where the widget codes.
function memoOf(panel, column) {
  if (!panel.opening.memos) return null;
  const text = element("textarea", { rows: "3", "aria-label": "memo on this article", maxlength: "5000" });
  const others = element("div", { class: "quiet" });
  const drafts = new Map(); // what was begun and not kept, by coder and article
  let kept = "";
  let about = null;
  // What is typed stays where the same coder is told of the same article again, and waits where it is of another.
  const show = (memo) => {
    if (!memo) return;
    const whose = `${memo.coder}\n${memo.article}`;
    if (whose !== made.dataset.whose) {
      text.value = drafts.get(whose) ?? memo.mine;
    } else if (text.value === kept) text.value = memo.mine;
    made.dataset.whose = whose;
    about = memo.article;
    kept = memo.mine;
    tellDraft();
    refill(others, memo.others.map(([coder, told]) => element("p", {}, words(coder), ": ", words(told))));
  };
  const unkept = element("span", { class: "quiet" });
  const tellDraft = () => {
    const begun = text.value !== kept;
    unkept.textContent = begun ? " not kept yet" : "";
    if (begun) drafts.set(made.dataset.whose, text.value);
    else drafts.delete(made.dataset.whose);
  };
  text.addEventListener("input", tellDraft);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    panel.root.focus({ preventScroll: true });
  });
  const keep = async () => {
    const memo = await panel.ask("memo", { article: about ?? column.article, text: text.value });
    if (memo) { kept = text.value; drafts.delete(made.dataset.whose); show(memo); panel.say("The memo is kept in memos.csv."); }
  };
  const made = element("details", { class: "memo" }, element("summary", {}, "Memo on this article"), others, text,
    button("keep the memo", keep), unkept);
  const look = async () => {
    if (!made.open || !column.article) return;
    const before = text.value;
    const memo = await panel.ask("memo", { article: column.article });
    if (text.value === before) show(memo); // what was typed meanwhile stays
  };
  made.addEventListener("toggle", look);
  column.onopened = look;
  return made;
}
