// The coder's memo on the article that a column shows, where the widget codes.
function memoOf(panel, column) {
  if (!panel.opening.memos) return null;
  const text = element("textarea", { rows: "3", "aria-label": "memo on this article", maxlength: "5000" });
  const others = element("div", { class: "quiet" });
  let kept = "";
  // What is typed stays where the same coder is told of the same article again.
  const show = (memo) => {
    if (!memo) return;
    const whose = `${memo.coder}\n${memo.article}`;
    if (whose !== made.dataset.whose || text.value === kept) text.value = memo.mine;
    made.dataset.whose = whose;
    kept = memo.mine;
    refill(others, memo.others.map(([coder, told]) => element("p", {}, words(coder), ": ", words(told))));
  };
  const made = element("details", { class: "memo" }, element("summary", {}, "Memo on this article"), others, text,
    button("keep the memo", async () => {
      const memo = await panel.ask("memo", { article: column.article, text: text.value });
      if (memo) { kept = text.value; show(memo); panel.say("The memo is kept in memos.csv."); }
    }));
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
