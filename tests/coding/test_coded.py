import pandas as pd
import pytest

from analysis.coding.anchors import Finder
from analysis.coding.coded import CODED_COLUMNS, Coded, apply_codings, read_codings
from analysis.coding.decisions import CODING_COLUMNS
from analysis.coding.drafts import Selection, new_decision
from analysis.motives.propositions import PROPOSITION_COLUMNS, proposition_id
from analysis.motives.repeats import mark_repeats

from .conftest import FULL, SEEDS, TEXT, articles_of, coding, proposition

EDITED = "A new lead.\n\nOslo wants peace. It rains. Oslo “hopes” to sell fish."


def applied(rules, articles, *rows):
    return apply_codings(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles)


def test_without_decisions_the_rules_stand(rules, articles):
    coded, orphans = applied(rules, articles)
    assert list(coded) == CODED_COLUMNS
    assert coded["evidence"].tolist() == ["Oslo wants peace", "Oslo hopes to sell fish"]
    assert coded["coders"].tolist() == [0, 0]
    assert orphans.empty


def test_relabel_changes_what_it_names_and_nothing_else(rules, articles, article):
    row = coding(article, "wants peace", "relabel", category="gain", hedged=True)
    coded, _ = applied(rules, articles, row)
    first = coded.iloc[0]
    assert (first["evidence"], first["category"], first["kind"]) == ("wants peace", "gain", "goal")
    assert first["hedged"] and not first["negated"]
    assert (first["coders"], coded["coders"].tolist()[1]) == (1, 0)
    assert first["proposition"] == proposition_id(article["sha256"], 5, 16, "Oslo")


def test_reject_takes_out_and_undecided_rows_stay(rules, articles, article):
    coded, orphans = applied(rules, articles, coding(article, "Oslo wants peace", "reject"))
    assert coded["evidence"].tolist() == ["Oslo hopes to sell fish"]
    assert orphans.empty


def test_add_puts_in_a_row_with_its_sentence(rules, articles, article):
    coded, _ = applied(rules, articles, coding(article, "It rains", "add", **FULL))
    added = coded.iloc[2]
    assert (added["rule"], added["category"], added["coders"], added["file"]) == ("coded", "gain", 1, "1.txt")
    assert (added["sentence_start"], added["sentence_end"]) == (TEXT.index("It rains"), len(TEXT))


def test_a_stretch_of_another_holder_is_another_proposition(rules, articles, article):
    coded, _ = applied(rules, articles, coding(article, "Oslo wants peace", "add", **FULL, holder="Bergen"))
    assert sorted(coded["holder"]) == ["Bergen", "Oslo", "Oslo"]


@pytest.fixture
def both(article):
    """Give one stretch that the rules ascribe to two holders, whose ids the table once had in common."""
    rows = [proposition(article, "Oslo wants peace", holder=holder) for holder in ("Bergen", "Oslo")]
    return pd.DataFrame(rows, columns=PROPOSITION_COLUMNS)


def test_two_holders_of_one_stretch_are_decided_on_apart(both, articles, article):
    coded, orphans = applied(both, articles, coding(article, "Oslo wants peace", "relabel", category="gain"))
    assert dict(zip(coded["holder"], coded["category"], strict=True)) == {"Bergen": "other", "Oslo": "gain"}
    assert coded["proposition"].is_unique
    assert orphans.empty


def test_a_decision_without_a_holder_is_about_the_one_that_its_id_names(both, articles, article):
    row = coding(article, "Oslo wants peace", "reject", holder="")
    for place, left in ((0, ["Oslo"]), (1, ["Bergen"])):
        named = pd.DataFrame([row | {"proposition": both["proposition"][place]}], columns=CODING_COLUMNS)
        assert apply_codings(both, named, articles, focal="Oslo")[0]["holder"].tolist() == left


def test_a_decision_without_a_holder_is_else_about_the_focal_actor_where_it_can_be(both, articles, article):
    row = coding(article, "Oslo wants peace", "reject", holder="")
    old = row | {"proposition": proposition_id(article["sha256"], row["start"], row["end"])}
    for one in (row, old):
        codings = pd.DataFrame([one], columns=CODING_COLUMNS)
        assert apply_codings(both, codings, articles, focal="Oslo")[0]["holder"].tolist() == ["Bergen"]
        assert apply_codings(both, codings, articles, focal="Bergen")[0]["holder"].tolist() == ["Oslo"]
        assert apply_codings(both.iloc[:1], codings, articles, focal="Oslo")[0].empty


def test_a_focal_actor_keeps_its_decision_though_another_fits_better(both, articles, article):
    longer = proposition(article, "Oslo wants peace. Oslo hopes to sell fish")
    rules = pd.DataFrame([both.iloc[0].to_dict(), longer], columns=PROPOSITION_COLUMNS)
    codings = pd.DataFrame([coding(article, "Oslo wants peace", "relabel", holder="", category="gain")])
    coded, _ = apply_codings(rules, codings[CODING_COLUMNS], articles, focal="Oslo")
    assert dict(zip(coded["holder"], coded["category"], strict=True)) == {"Bergen": "other", "Oslo": "gain"}


def test_decisions_under_an_id_without_the_holder_are_still_known(both, articles, article):
    row = coding(article, "Oslo wants peace", "reject")
    old = row | {"proposition": proposition_id(article["sha256"], row["start"], row["end"])}
    assert applied(both, articles, old)[0]["holder"].tolist() == ["Bergen"]
    shorter = coding(article, "wants peace", "relabel", category="gain", proposition=both["proposition"][1])
    coded, orphans = applied(both, articles, old, shorter)
    assert coded["evidence"].tolist() == ["Oslo wants peace", "wants peace"]
    assert orphans.empty


def test_the_voice_of_the_outlet_has_no_source(articles, article):
    rules = pd.DataFrame([proposition(article, "Oslo wants peace", voice="other", source="analysts")])
    coded, _ = applied(rules, articles, coding(article, "Oslo wants peace", "relabel", voice="outlet"))
    assert coded["source"].tolist() == [""]


def test_the_later_decision_of_a_coder_wins(rules, articles, article):
    first = coding(article, "Oslo wants peace", "reject")
    coded, _ = applied(rules, articles, first, coding(article, "Oslo wants peace", "accept"))
    assert len(coded) == 2
    shorter = coding(article, "wants peace", "relabel", category="gain", proposition=rules["proposition"][0])
    coded, _ = applied(rules, articles, first | {"proposition": rules["proposition"][0]}, shorter)
    assert coded["category"].tolist() == ["gain", "other"]


def test_the_majority_decides_and_ties_go_to_the_first(rules, articles, article):
    votes = [
        coding(article, "Oslo wants peace", "relabel", coder=coder, category=category)
        for coder, category in (("ana", "gain"), ("bo", "honour"), ("cy", "honour"))
    ]
    assert applied(rules, articles, *votes)[0]["category"][0] == "honour"
    assert applied(rules, articles, *votes[:2])[0]["category"][0] == "gain"
    reject = coding(article, "Oslo wants peace", "reject", coder="dee")
    assert len(applied(rules, articles, votes[0], reject)[0]) == 2
    assert len(applied(rules, articles, reject, votes[0])[0]) == 1


def test_two_coders_who_add_the_same_stretch_add_one_row(rules, articles, article):
    rows = [coding(article, "It rains", "add", **FULL, coder=coder) for coder in ("ana", "bo")]
    coded, _ = applied(rules, articles, *rows)
    assert coded["coders"].tolist() == [0, 0, 2]


def test_after_an_edit_a_decision_is_found_by_its_quote(article):
    edited = articles_of(EDITED)
    row = coding(article, "Oslo wants peace", "relabel", category="gain")
    coded, orphans = applied(pd.DataFrame(columns=PROPOSITION_COLUMNS), edited, row | FULL)
    assert coded["start"].tolist() == [EDITED.index("Oslo wants")]
    assert orphans.empty


def test_after_an_edit_the_place_nearest_to_the_old_one_is_taken(article):
    twice = articles_of("It rains. It rains. " + TEXT)
    coded, _ = applied(pd.DataFrame(columns=PROPOSITION_COLUMNS), twice, coding(article, "It rains", "add", **FULL))
    assert coded["start"].tolist() == [twice["text"][0].rindex("It rains")]


def test_a_renamed_article_is_found_by_its_hash(rules, article):
    renamed = articles_of(TEXT, "north/renamed.txt")
    coded, orphans = applied(rules.iloc[:0], renamed, coding(article, "It rains", "add", **FULL))
    assert coded["article"].tolist() == ["north/renamed.txt"]
    assert orphans.empty


def test_orphans_are_listed_with_their_quote(rules, articles, article):
    gone = coding(article, "It rains", "accept", **FULL) | {"quote": "It snows"}
    bare = coding(article, "It rains", "accept")
    coded, orphans = applied(rules, articles, gone, bare)
    assert len(coded) == 2
    assert orphans["quote"].tolist() == ["It snows", "It rains"]
    assert orphans["why"].str.contains("no longer").tolist() == [True, False]


def test_a_repeat_of_a_rejected_row_stands_for_itself(articles):
    text = "Oslo wants lasting northern peace\n\nOslo wants lasting northern peace now."
    sources = articles_of(text)
    article = sources.iloc[0].to_dict()
    head, body = proposition(article, "Oslo wants lasting northern peace"), "Oslo wants lasting northern peace now"
    rules = mark_repeats(pd.DataFrame([head, proposition(article, body)], columns=PROPOSITION_COLUMNS))
    assert applied(rules, sources)[0]["repeat_of"].ne("").tolist() == [True, False]
    assert applied(rules, sources, coding(article, body, "reject"))[0]["repeat_of"].tolist() == [""]


def test_the_status_says_who_decided(rules, articles, article):
    ana = [coding(article, quote) for quote in ("Oslo wants peace", "Oslo hopes to sell fish")]
    both = [*ana, *[row | {"coder": "bo"} for row in ana]]
    for rows, said in (
        ([], "rules only"), (ana[:1], "rules + 1 coder (1 of 2 coded)"), (ana, "rules + 1 coder"),
        (both, "2 coders, α undefined"), (both[:3], "rules + 2 coders, α undefined on 1"),
        ([both[0], both[3]], "rules + 2 coders"),
        ([both[0], both[2]], "rules + 2 coders (1 of 2 coded), α undefined on 1"),
    ):  # fmt: skip
        assert status(rules, rows, articles) == said


def status(rules, rows, articles, **options):
    return Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles).status(**options)


def test_who_took_a_proposition_out_stands_behind_those_that_are_left(rules, articles, article):
    out = [coding(article, "Oslo wants peace", "reject")]
    assert status(rules, out, articles) == "rules + 1 coder (0 of 1 coded)"
    assert status(rules, out, articles, holder="Bergen") == "rules only"
    assert status(rules, [*out, coding(article, "It rains", "reject")], articles) == "rules + 1 coder (0 of 1 coded)"


def test_the_status_leaves_out_coders_without_a_decision_in_the_table(rules, articles, article):
    ana = [coding(article, quote) for quote in ("Oslo wants peace", "Oslo hopes to sell fish")]
    elsewhere = [
        coding(article, "It rains", "add", **FULL, coder="bo", holder="Bergen"),
        coding(article, "It rains", coder="cy") | {"quote": "It snows"},
        coding(article, "It rains", "reject", coder="dee"),
    ]
    assert status(rules, [*ana, *elsewhere], articles) == "rules + 2 coders"
    assert status(rules, [*ana, *elsewhere], articles, holder="Oslo") == "rules + 1 coder"
    assert status(rules, elsewhere[1:], articles) == "rules only"


def test_the_status_counts_a_coder_whose_words_moved_in_an_edit(article):
    edited = articles_of(EDITED, "north/renamed.txt")
    rules = pd.DataFrame([proposition(edited.iloc[0].to_dict(), "Oslo wants peace")])
    rows = [coding(article, "Oslo wants peace") | {"article": "north/renamed.txt"}]
    assert status(rules, rows, edited) == "rules + 1 coder"


def test_the_seeds_coding_gives_the_motive_figure(results):
    articles, rules = results.sources.articles, results.annotated.propositions
    rules = rules[rules["holder"] == "Moscow"].reset_index(drop=True)
    codings = read_codings(SEEDS / "codings.csv", codebook=results.study.motives)
    coded, orphans = apply_codings(rules, codings, articles)
    assert orphans.empty
    assert Coded(rules, codings, articles).status().startswith("rules + 1 coder")
    hashes = dict(zip(articles["article"], articles["sha256"], strict=True))
    old = {proposition_id(hashes[row.article], row.start, row.end) for row in rules.itertuples()}
    assert old.isdisjoint(codings["proposition"])
    coded = coded[coded["coders"] > 0]
    assert len(coded) == 30
    assert (coded["repeat_of"] == "").all()
    sentences = coded.drop_duplicates(["article", "sentence_start"]).groupby("outlet").size()
    assert sentences.to_dict() == {"warsaw-institute": 6, "baonghean": 14}
    counts = coded.groupby(["outlet", "category"]).size()
    assert counts["warsaw-institute"].to_dict() == {
        "avoid_war_harm": 3, "counter_us_balancing": 2, "distraction_of_rival": 3, "mediation_stability": 1,
        "security_buffer": 1, "status_role": 1,
    }  # fmt: skip
    assert counts["baonghean"].to_dict() == {
        "avoid_war_harm": 2, "counter_us_balancing": 4, "mediation_stability": 7, "other": 1, "status_role": 5,
    }  # fmt: skip
    told = coded[coded["voice"] != "outlet"]
    assert told["source"].ne("").all()


@pytest.mark.parametrize("decision", ["reject", "relabel"])
def test_who_decided_before_the_others_can_decide_on_what_these_added(rules, articles, article, decision):
    rows = [
        coding(article, "Oslo wants peace"), coding(article, "It rains", "add", coder="bo", **FULL),
        coding(article, "It rains", decision, category="honour"),
    ]  # fmt: skip
    coded = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles)
    votes = [[(vote.coder, vote.decision) for vote in case.votes] for case in coded.laid.cases]
    assert votes == [[("ana", "accept")], [], [("bo", "add"), ("ana", decision)]]
    assert coded.orphans.empty


def test_what_most_coders_reject_of_what_one_added_is_out(rules, articles, article):
    rows = [coding(article, "It rains", "reject", coder=coder) for coder in ("ana", "cy")]
    rows.insert(1, coding(article, "It rains", "add", coder="bo", **FULL))
    coded = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles)
    assert "It rains" not in set(coded.propositions["evidence"])


def test_a_quote_is_not_found_inside_of_a_word():
    edited = articles_of("Warships came. Peace? Peaceful it was not; peace, they said.")
    row = {"article": "north/1.txt", "sha256": "other", "start": 0, "end": 5, "quote": "peace", "holder": ""}
    finder = Finder(edited)
    assert (finder.find(row).start, finder.find(row | {"quote": "Warship"})) == (43, None)
    assert finder.find(row | {"quote": "Peace?"}).start == 15


def test_decisions_on_two_articles_of_one_text_stay_apart():
    articles = pd.concat([articles_of(TEXT, name) for name in ("north/1.txt", "south/1.txt")], ignore_index=True)
    one, other = articles.to_dict("records")
    rules = pd.DataFrame([proposition(row, "Oslo wants peace") for row in (one, other)], columns=PROPOSITION_COLUMNS)
    undecided, _ = applied(rules, articles)
    assert undecided["proposition"].is_unique
    shown = undecided["proposition"].iloc[1]
    named = {"proposition": shown, "category": "gain"}
    both = [coding(one, "Oslo wants peace"), coding(other, "Oslo wants peace", "relabel", **named)]
    coded, orphans = applied(rules, articles, *both, coding(other, "It rains", "add", **FULL))
    assert orphans.empty
    assert coded["proposition"].is_unique
    assert coded["proposition"].iloc[1] == shown
    assert coded[["article", "category", "coders"]].to_numpy().tolist() == [
        ["north/1.txt", "other", 1], ["south/1.txt", "gain", 1], ["south/1.txt", "gain", 1],
    ]  # fmt: skip
    added = {"category": "gain", "voice": "outlet", "kind": "goal", "holder": "Oslo"}
    place = Selection("south/1.txt", TEXT.index("It rains"), len(TEXT) - 1)
    draft = new_decision(place, "add", coder="ana", articles=articles, **added)
    assert draft["proposition"] == coded["proposition"].iloc[2]


def test_what_lies_in_words_that_a_coder_kept_is_settled_with_them(articles, article):
    parts = [proposition(article, "Oslo wants peace"), proposition(article, "Oslo hopes to sell fish")]
    rules = pd.DataFrame(parts, columns=PROPOSITION_COLUMNS)
    both = "Oslo wants peace. Oslo hopes to sell fish"
    codings = pd.DataFrame([coding(article, both, "relabel", **FULL)], columns=CODING_COLUMNS)
    coded, _ = apply_codings(rules, codings, articles)
    assert coded["evidence"].tolist() == [both]
    rejected = codings.assign(decision="reject")
    assert apply_codings(rules, rejected, articles)[0]["evidence"].tolist() == ["Oslo wants peace"]
    elsewhere = codings.assign(holder="Bergen")
    assert len(apply_codings(rules, elsewhere, articles)[0]) == 3
