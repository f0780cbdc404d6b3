import csv
import errno
import gc
import os
import re
import weakref

import pytest

from analysis.errors import InputError
from analysis.explore import coding
from analysis.explore.cards import tell
from analysis.explore.deciding import deciding
from analysis.explore.desk import desk_of
from analysis.explore.memos import remembering
from analysis.explore.panel import Asked, Panel
from analysis.explore.queues import queueing
from analysis.explore.tallies import coding_table, tallying
from analysis.results import read_results

ONE, TWO = "alpha/one.txt", "beta/two.txt"
BORDER = "Moscow wants to protect its border 😀 from <img src=x onerror=alert(1)> the US"


class Coder:
    """A coder at a desk, who asks as a page would."""

    def __init__(self, results, name="ana", blind=False):
        self.desk = desk_of(results)
        self.answers = deciding(self.desk) | queueing(self.desk) | tallying(self.desk) | remembering(self.desk)
        if name:
            self.ask("coder", name=name, blind=blind)

    def ask(self, question, **fields):
        return self.answers[question](Asked(fields))

    def id_of(self, evidence):
        table = self.desk.propositions
        return table.loc[table["evidence"] == evidence, "proposition"].iat[0]

    def decide(self, evidence, decision, **fields):
        return self.ask("decide", proposition=self.id_of(evidence), decision=decision, **fields)

    def card(self, evidence):
        table = self.desk.propositions
        return tell(self.desk, next(table[table["evidence"] == evidence].itertuples(index=False)))

    def states(self):
        table = self.desk.propositions
        return dict(zip(table["evidence"], table["state"], strict=True))


def written(results):
    with results.study.codings.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def ana(tiny):
    return Coder(tiny)


def test_to_accept_is_written_whole_and_changes_nothing(tiny, ana):
    ana.decide("It may seek dialogue", "accept")
    (row,) = written(tiny)
    kept = ("coder", "decision", "article", "start", "end", "quote", "holder", "category", "voice", "hedged", "kind")
    assert [row[name] for name in kept] == [
        "ana", "accept", TWO, "41", "61", "It may seek dialogue", "Moscow", "settlement", "outlet", "true", "goal",
    ]  # fmt: skip
    assert ana.states()["It may seek dialogue"] == "coded" and len(tiny.propositions) == 4


def test_a_rejected_proposition_stays_to_be_seen_and_counts_no_more(tiny, ana):
    answer = ana.decide(BORDER, "reject")
    assert answer["proposition"]["state"] == ana.states()[BORDER] == "rejected"
    assert BORDER not in set(ana.desk.counted["evidence"]) and BORDER not in set(tiny.propositions["evidence"])


def test_relabelling_keeps_what_was_decided_before(tiny, ana):
    ana.decide("It may seek dialogue", "relabel", category="security")
    ana.decide("It may seek dialogue", "relabel", hedged=False)
    row = written(tiny)[-1]
    assert [row[name] for name in ("decision", "category", "hedged")] == ["relabel", "security", "false"]
    row = next(tiny.propositions[tiny.propositions["evidence"] == "It may seek dialogue"].itertuples())
    assert (row.category, row.hedged, row.coders) == ("security", False, 1)


def test_going_back_to_what_the_rules_say_is_to_accept(tiny, ana):
    ana.decide("It may seek dialogue", "relabel", hedged=False)
    ana.decide("It may seek dialogue", "relabel", hedged=True)
    assert [row["decision"] for row in written(tiny)] == ["relabel", "accept"]


def test_the_outlets_own_voice_has_no_source(tiny, ana):
    ana.decide("Moscow seeks dialogue", "relabel", voice="outlet")
    assert (written(tiny)[-1]["voice"], written(tiny)[-1]["source"]) == ("outlet", "")


def test_other_words_can_be_chosen_beyond_an_emoji(tiny, ana):
    answer = ana.decide(BORDER, "relabel", start=44, end=64)
    assert answer["proposition"]["quote"][1] == "protect its border 😀"
    assert ana.states()["protect its border 😀"] == "coded" and BORDER not in ana.states()
    assert ana.decide("protect its border 😀", "reject")["proposition"]["state"] == "rejected"
    assert [row["quote"] for row in written(tiny)] == ["protect its border 😀"] * 2


def test_a_note_goes_with_the_decision(tiny, ana):
    ana.decide(BORDER, "accept", note="=look at this, <b>")
    assert ana.card(BORDER)["note"] == "=look at this, <b>"
    assert read_results(tiny.study.folder).codings["note"].tolist() == ["=look at this, <b>"]


def test_undo_takes_decisions_back_one_after_the_other(tiny, ana):
    ana.decide("It may seek dialogue", "relabel", category="security")
    ana.decide("It may seek dialogue", "reject")
    assert ana.ask("undo")["proposition"]["values"]["category"] == "security"
    assert ana.ask("undo")["proposition"]["state"] == ""
    with pytest.raises(InputError, match="nothing to take back"):
        ana.ask("undo")
    assert [row["decision"] for row in written(tiny)] == ["relabel", "reject", "withdraw", "withdraw"]
    assert ana.states()["It may seek dialogue"] == ""


def test_undo_takes_back_an_earlier_sessions_decision_on_what_is_shown(tiny, ana):
    ana.decide(BORDER, "relabel", category="war")
    again = Coder(read_results(tiny.study.folder))
    with pytest.raises(InputError, match="nothing to take back"):
        again.ask("undo", proposition=again.id_of("It may seek dialogue"))
    answer = again.ask("undo", proposition=again.id_of(BORDER))
    assert answer["proposition"]["values"]["category"] == "security" and answer["proposition"]["state"] == ""


def test_what_the_rules_missed_can_be_added_and_taken_back(tiny, ana):
    guess = ana.ask("suggest", article=ONE, start=14, end=17)
    assert (guess["start"], guess["end"], guess["quote"], guess["voice"]) == (15, 16, "😀", "outlet")
    guess = ana.ask("suggest", article=ONE, start=147, end=171)
    assert (guess["quote"], guess["category"], guess["holder"]) == ("The weather 😀 was fine.", "other", "Moscow")
    added = {name: guess[name] for name in ("article", "start", "end", "holder", "category", "voice", "kind")}
    answer = ana.ask("add", **added, note="odd")
    assert answer["proposition"]["quote"] == ["", "The weather 😀 was fine.", ""]
    assert "The weather 😀 was fine." in set(tiny.propositions["evidence"])
    assert ana.ask("undo")["proposition"] is None and "The weather 😀 was fine." not in ana.states()


@pytest.mark.parametrize("end", [106, 90])
def test_where_a_proposition_is_already_none_is_added(ana, end):
    with pytest.raises(InputError, match="already"):
        ana.ask("suggest", article=ONE, start=28, end=end)
    with pytest.raises(InputError, match="already"):
        ana.ask("add", article=ONE, start=28, end=end, holder="Moscow", category="war", voice="outlet", kind="goal")


@pytest.mark.parametrize("place", [(146, 148), (5, 5), (9, 3), (9_000, 9_009)])
def test_a_selection_without_words_is_refused(ana, place):
    with pytest.raises(InputError, match="no words"):
        ana.ask("suggest", article=ONE, start=place[0], end=place[1])


def test_an_unknown_code_is_refused_and_nothing_is_written(tiny, ana):
    with pytest.raises(InputError, match="known codes"):
        ana.decide(BORDER, "relabel", category="</script>")
    assert not tiny.study.codings.exists()


def test_nobody_codes_without_a_name(tiny):
    nobody = Coder(tiny, name="")
    with pytest.raises(InputError, match="write your name"):
        nobody.decide(BORDER, "accept")
    with pytest.raises(InputError, match="write your name"):
        nobody.ask("coder", name=" ", blind=True)
    with pytest.raises(InputError, match="no name"):
        nobody.ask("coder", name="x" * 61)


def test_two_coders_are_told_apart_and_blind_ones_see_their_own_alone(tiny):
    ana = Coder(tiny)
    ana.decide(BORDER, "reject")
    bob = Coder(tiny, name="bob")
    assert [one["told"] for one in bob.card(BORDER)["decisions"]] == ["rejected"]
    bob.ask("coder", name="bob", blind=True)
    assert bob.card(BORDER)["decisions"] == [] and bob.states()[BORDER] == ""
    bob.decide(BORDER, "accept")
    assert [one["coder"] for one in bob.card(BORDER)["decisions"]] == ["bob"]
    bob.ask("coder", name="bob", blind=False)
    assert [one["coder"] for one in bob.card(BORDER)["decisions"]] == ["ana", "bob"]


def test_a_coder_goes_on_from_their_own_decision_not_from_the_majoritys(tiny):
    ana = Coder(tiny)
    ana.decide("It may seek dialogue", "relabel", category="security")
    bob = Coder(tiny, name="bob")
    bob.decide("It may seek dialogue", "relabel", category="war")
    assert bob.card("It may seek dialogue")["values"]["category"] == "war"
    assert dict(bob.card("It may seek dialogue")["fields"])["motive"] == "security <i>"
    bob.decide("It may seek dialogue", "relabel", hedged=False)
    assert written(tiny)[-1]["category"] == "war"


def test_a_decision_in_another_window_is_shown_and_not_overwritten(tiny):
    here, there = Coder(tiny), Coder(read_results(tiny.study.folder))
    assert here.card(BORDER)["decisions"] == []
    there.decide(BORDER, "relabel", category="war")
    answer = here.decide(BORDER, "reject")
    assert "no war" in answer["conflict"]["theirs"] and "reject" in answer["conflict"]["mine"]
    assert [row["decision"] for row in written(tiny)] == ["relabel"]
    assert here.card(BORDER)["values"]["category"] == "war"
    assert here.decide(BORDER, "reject", force=True)["proposition"]["state"] == "rejected"
    assert [row["decision"] for row in written(tiny)] == ["relabel", "reject"]


def test_two_windows_on_different_propositions_lose_nothing(tiny):
    here, there = Coder(tiny), Coder(read_results(tiny.study.folder))
    there.decide(BORDER, "accept")
    here.decide("It may seek dialogue", "reject")
    assert here.states()[BORDER] == "coded" and here.states()["It may seek dialogue"] == "rejected"


def test_a_file_that_cannot_be_read_is_told_and_what_was_known_stays(tiny, ana):
    ana.decide(BORDER, "reject")
    kept = tiny.study.codings.read_bytes()
    tiny.study.codings.write_text("a;b\n")
    with pytest.raises(InputError, match="codings"):
        ana.decide("It may seek dialogue", "accept")
    assert tiny.study.codings.read_text() == "a;b\n" and ana.states()[BORDER] == "rejected"
    tiny.study.codings.write_bytes(kept)
    ana.decide("It may seek dialogue", "accept")
    assert len(written(tiny)) == 2


def test_every_open_panel_is_told(tiny, ana, monkeypatch):
    told = []
    monkeypatch.setattr(Panel, "tell", lambda self, notice, **fields: told.append((self.opening["name"], notice)))
    panels = [ana.desk.watch(Panel("matrix", answers={}, opening={"name": name})) for name in "ab"]
    ana.decide(BORDER, "accept")
    assert sorted(told) == [("a", "changed"), ("b", "changed")] and len(panels) == 2


def test_the_notebooks_next_figures_have_the_decision(tiny, ana):
    assert tiny.coder_status.startswith("machine reading: on articles of other outlets about ")
    assert len(tiny.motive_shares)
    ana.decide(BORDER, "relabel", category="war")
    assert tiny.coder_status == "rules + 1 coder (1 of 4 coded)"
    shares = tiny.motive_shares
    assert shares[(shares["outlet"] == "alpha") & (shares["voice"] == "all")].set_index("category")["count"]["war"] == 1


def test_a_memo_is_kept_under_its_coder_and_hidden_from_the_blind(tiny, ana):
    ana.ask("memo", article=ONE, text="the tone <b>shifts</b>")
    mine = {"coder": "ana", "article": ONE, "mine": "the tone <b>shifts</b>", "others": []}
    assert ana.ask("memo", article=ONE) == mine
    bob = Coder(tiny, name="bob")
    assert bob.ask("memo", article=ONE)["others"] == [["ana", "the tone <b>shifts</b>"]]
    assert (bob.ask("memo", article=ONE)["mine"], bob.ask("memo", article=ONE)["coder"]) == ("", "bob")
    assert Coder(tiny, name="bob", blind=True).ask("memo", article=ONE)["others"] == []
    with pytest.raises(InputError, match="at most"):
        bob.ask("memo", article=ONE, text="x" * 5_001)


def test_the_queue_has_what_is_undecided_first(tiny, ana):
    before = ana.ask("queue", queue="teaching")
    assert (before["total"], before["done"]) == (4, 0)
    first = before["items"][0]["proposition"]
    ana.ask("decide", proposition=first, decision="accept")
    after = ana.ask("queue", queue="teaching")
    assert (after["done"], after["items"][-1]["proposition"], after["items"][-1]["done"]) == (1, first, True)
    assert ana.ask("queue", queue="undecided")["done"] == 1
    assert Coder(tiny, name="bob").ask("queue", queue="teaching")["done"] == 0


def test_sentences_without_a_motive_are_looked_at_or_get_one(tiny, ana):
    queue = ana.ask("queue", queue="sentences")
    texts = {item["start"]: ana.ask("sentence", **item, actor="Moscow") for item in queue["items"]}
    assert all(
        re.fullmatch(
            r"Why this one: drawn at random, number [1-3] of (3 among the sentences of Alpha <b>|1 among the sentences "
            r"of Beta) in which the rules find no motive of Moscow; outlets take turns\.", item["told"],
        )
        for item in queue["items"]
    )  # fmt: skip
    assert sorted(told["text"] for told in texts.values()) == [
        "A day of talks 😀 in Moscow", "Nobody spoke.", "The weather 😀 was fine.",
        "Washington wants to protect its border.",
    ]  # fmt: skip
    ana.ask("none", article=ONE, start=172, end=185)
    assert written(tiny)[-1]["decision"] == "none"
    ana.ask("add", article=ONE, start=0, end=14, holder="Moscow", category="settlement", voice="outlet", kind="goal")
    done = {item["start"] for item in ana.ask("queue", queue="sentences")["items"] if item["done"]}
    assert done == {172, 0}
    ana.ask("undo")
    ana.ask("undo")
    assert ana.ask("queue", queue="sentences")["done"] == 0


def test_disagreements_are_lined_up_for_those_who_may_see_them(tiny):
    Coder(tiny).decide(BORDER, "reject")
    bob = Coder(tiny, name="bob")
    bob.decide(BORDER, "accept")
    (item,) = bob.ask("queue", queue="disagreements")["items"]
    assert (item["start"], item["end"]) == (28, 105) and "ana says: no motive" in item["told"]
    bob.ask("coder", name="bob", blind=True)
    with pytest.raises(InputError, match="blind"):
        bob.ask("queue", queue="disagreements")


def test_tallies_tell_how_right_the_rules_were(tiny, ana):
    ana.decide(BORDER, "reject")
    ana.decide("It may seek dialogue", "accept")
    told = ana.ask("tallies")
    assert told["status"] == "rules + 1 coder (1 of 3 coded)"
    assert told["precision"][0][:2] == ["all", "1 of 2"] and told["precision"][0][3] == "4 found"
    assert told["agreement"] == [] and told["disagreements"] == 0 and told["lost"] == told["pending"] == []


def test_a_decision_whose_words_are_gone_is_told(tiny, ana):
    ana.decide("It may seek dialogue", "accept")
    (tiny.study.folder / TWO).write_text("Russia does not want a war with the US.\n")
    again = Coder(read_results(tiny.study.folder))
    (lost,) = again.ask("tallies")["lost"]
    assert lost[:2] == ["ana", "It may seek dialogue"]


def test_a_coder_can_be_named_in_the_call(tiny):
    panel = coding(tiny, coder=" ana  b ")
    assert panel.answer({"id": 1, "ask": "coder"})["answer"] == {"name": "ana b", "blind": False, "done": 0}
    assert coding(tiny).answer({"id": 1, "ask": "coder"})["answer"]["name"] == "ana b"
    with pytest.raises(InputError, match="no name"):
        coding(tiny, coder="a\x00b")


def test_a_full_disk_loses_nothing_that_was_there(tiny, ana, monkeypatch):
    ana.decide(BORDER, "reject")
    kept = tiny.study.codings.read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(InputError, match="No space left"):
        ana.decide("It may seek dialogue", "accept")
    assert tiny.study.codings.read_bytes() == kept and ana.states()["It may seek dialogue"] == ""


def test_an_unknown_queue_is_refused(ana):
    with pytest.raises(InputError, match="known queues"):
        ana.ask("queue", queue="best")


def test_the_table_of_the_coding_has_precision_and_agreement(tiny):
    assert coding_table(tiny).empty
    Coder(tiny).decide(BORDER, "reject")
    bob = Coder(tiny, name="bob")
    bob.decide(BORDER, "accept")
    bob.decide("It may seek dialogue", "relabel", category="war")
    table = coding_table(tiny).set_index(["measure", "of"])
    assert table.loc[("precision", "all"), ["value", "n"]].tolist() == [0.0, 2]
    assert table.loc[("alpha", "motive"), "n"] == 1


def test_sentences_can_be_drawn_from_those_that_can_speak_of_the_actor(tiny, ana):
    queue = ana.ask("queue", queue="reach")
    texts = [ana.ask("sentence", **item, actor="Moscow")["text"] for item in queue["items"]]
    assert texts and "Nobody spoke." not in texts and "A day of talks 😀 in Moscow" in texts
    assert "that can speak of Moscow, in which" in queue["items"][0]["told"]
    everywhere, reached = ana.ask("tallies")["recall"]
    assert "of the other 4 sentences" not in reached and "from the other 4" in everywhere
    assert reached.startswith("Of the sentences that can speak of Moscow, the others left out: ")


def test_a_motive_of_another_actor_or_coder_does_not_do_a_sentence(tiny, ana):
    place = {"article": ONE, "start": 0, "end": 14, "category": "war", "voice": "outlet", "kind": "goal"}
    ana.ask("add", **place, holder="Washington")
    assert ana.ask("queue", queue="sentences")["done"] == 0
    ana.ask("add", **place, holder="Moscow")
    assert ana.ask("queue", queue="sentences")["done"] == 1
    assert Coder(tiny, name="bob").ask("queue", queue="sentences")["done"] == 0


def test_the_queue_says_why_a_proposition_is_chosen(ana):
    told = {ana.desk.by_id[item["proposition"]].evidence: item["told"] for item in ana.ask("queue")["items"]}
    certain = r"Why this one: the machine is 0\.\d\d certain of it, and what it is less certain of comes first; "
    certain += "it gives "
    assert re.fullmatch(certain + "“settlement” 2 of 4 times.", told["Moscow seeks dialogue"])
    assert re.fullmatch(certain + "“security <i>” 1 of 4 times.", told[BORDER])


@pytest.mark.parametrize("decision", ["withdraw", "none", "add", "", "x"])
def test_on_a_proposition_nothing_else_can_be_decided(tiny, ana, decision):
    with pytest.raises(InputError, match="nothing to decide on a proposition"):
        ana.decide(BORDER, decision)
    assert not tiny.study.codings.exists()


def test_undo_takes_back_an_earlier_decision_by_hand_whose_words_have_moved(tiny, ana):
    ana.decide("It may seek dialogue", "relabel", category="war")
    path, article = tiny.study.codings, tiny.study.folder / TWO
    path.write_text(path.read_text().replace(written(tiny)[0]["proposition"], "", 1))
    article.write_text("A line was put in front of it all, later on.\n\n" + article.read_text())
    again = Coder(read_results(tiny.study.folder))
    assert again.card("It may seek dialogue")["values"]["category"] == "war"
    answer = again.ask("undo", proposition=again.id_of("It may seek dialogue"))
    assert answer["proposition"]["state"] == "" and answer["proposition"]["values"]["category"] == "settlement"


def test_a_desk_goes_with_its_widgets(tiny):
    panel = coding(tiny, coder="ana")
    assert desk_of(tiny) is desk_of(tiny) and desk_of(tiny).coder.name == "ana"
    gone = weakref.ref(desk_of(tiny))
    panel.close()
    del panel
    gc.collect()
    assert gone() is None and desk_of(tiny).coder.name == ""


def test_a_note_on_my_rejection_stays_a_rejection_whatever_others_have(tiny):
    ana, bob = Coder(tiny), Coder(tiny, name="bob")
    ana.ask("coder", name="ana")
    ana.decide(BORDER, "relabel", category="war")
    bob.ask("coder", name="bob")
    bob.decide(BORDER, "reject")
    card = bob.card(BORDER) if BORDER in bob.states() else tell(bob.desk, bob.desk.by_id[bob.id_of(BORDER)])
    assert (card["own"], card["state"]) == ("reject", "coded")
    assert "coders are divided; ana decided first and counts" in dict(card["fields"])["status"]
    bob.decide(BORDER, card["own"], note="no motive, I think")
    assert [(row["coder"], row["decision"], row["note"]) for row in written(tiny)] == [
        ("ana", "relabel", ""), ("bob", "reject", ""), ("bob", "reject", "no motive, I think"),
    ]  # fmt: skip


def test_what_is_decided_already_is_not_written_again(tiny, ana):
    for decision, fields in (("accept", {}), ("relabel", {"hedged": False}), ("reject", {})):
        ana.decide("It may seek dialogue", decision, **fields)
        count = len(written(tiny))
        assert ana.decide("It may seek dialogue", decision, **fields)["again"]
        assert len(written(tiny)) == count
    ana.decide("It may seek dialogue", "reject", note="why")
    ana.decide("It may seek dialogue", "reject", note="why")
    assert [row["note"] for row in written(tiny)] == ["", "", "", "why"]
    for _ in range(2):
        ana.ask("none", article=ONE, start=172, end=185)
    assert [row["decision"] for row in written(tiny)][4:] == ["none"]


def test_a_repeated_decision_does_not_hide_another_windows(tiny):
    here, there = Coder(tiny), Coder(read_results(tiny.study.folder))
    here.decide(BORDER, "accept")
    there = Coder(read_results(tiny.study.folder))
    there.decide(BORDER, "relabel", category="war")
    conflict = here.decide(BORDER, "accept")["conflict"]
    assert re.fullmatch(r"relabel · no war · the outlet’s own · today \d\d:\d\d", conflict["theirs"])
    assert conflict["mine"].startswith("accept · security <i> · the outlet’s own · today ")


def test_to_accept_what_another_coder_changed_is_told_so(tiny):
    Coder(tiny).decide(BORDER, "relabel", category="war")
    bob = Coder(tiny, name="bob")
    assert bob.decide(BORDER, "accept")["as"] == "ana"
    assert written(tiny)[-1]["decision"] == "relabel" and written(tiny)[-1]["category"] == "war"
    told = [one["told"] for one in bob.card(BORDER)["decisions"]]
    assert told == ["relabelled: no war", "relabelled: no war; as ana has it"]
    assert bob.decide("It may seek dialogue", "accept")["as"] == ""


def test_a_file_that_is_gone_is_not_begun_anew_without_being_asked(tiny, ana):
    ana.decide(BORDER, "reject")
    ana.decide("It may seek dialogue", "accept")
    kept = tiny.study.codings.read_bytes()
    tiny.study.codings.unlink()
    assert ana.decide("Moscow seeks dialogue", "accept")["shrunk"] == {"had": 2, "has": 0, "file": "codings.csv"}
    assert not tiny.study.codings.exists() and ana.states()[BORDER] == "rejected"
    tiny.study.codings.write_bytes(kept)
    ana.decide("Moscow seeks dialogue", "accept")
    assert len(written(tiny)) == 3
    tiny.study.codings.unlink()
    assert ana.ask("reread") == {"decisions": 0} and ana.states()[BORDER] == ""
    with pytest.raises(InputError, match="nothing to take back"):
        ana.ask("undo")
    ana.decide(BORDER, "accept")
    assert len(written(tiny)) == 1


@pytest.mark.parametrize(("start", "end"), [(46, 55), (44, 55), (44, 59), (45, 59)])
def test_half_a_word_is_given_its_other_half(tiny, ana, start, end):
    whole = "protect its border" if end == 59 else "protect its"
    assert ana.decide(BORDER, "relabel", start=start, end=end)["proposition"]["quote"][1] == whole


def test_kind_and_source_can_be_changed(tiny, ana):
    ana.decide("Moscow seeks dialogue", "relabel", kind="need")
    ana.decide("Moscow seeks dialogue", "relabel", source="  a  minister ")
    assert (written(tiny)[-1]["kind"], written(tiny)[-1]["source"]) == ("need", "a minister")
    with pytest.raises(InputError, match="own voice has no source"):
        ana.decide("It may seek dialogue", "relabel", source="a minister")
    with pytest.raises(InputError, match="at most 200"):
        ana.decide("Moscow seeks dialogue", "relabel", source="x" * 201)


def test_an_undone_relabelling_leaves_the_decision_before(tiny, ana):
    ana.decide("It may seek dialogue", "accept")
    ana.decide("It may seek dialogue", "relabel", category="security")
    assert ana.ask("undo")["proposition"]["own"] == "accept"
    assert ana.ask("undo")["proposition"]["own"] == ""


def test_disagreements_and_tallies_speak_in_labels_and_name_the_coders(tiny):
    Coder(tiny).decide(BORDER, "relabel", category="war")
    bob = Coder(tiny, name="bob")
    bob.decide(BORDER, "relabel", category="settlement", hedged=True)
    (item,) = bob.ask("queue", queue="disagreements")["items"]
    assert item["told"] == (
        "They differ in the code, hedged — ana says: no war, the outlet’s own; "
        "bob says: settlement, the outlet’s own, hedged"
    )
    told = bob.ask("tallies")
    assert told["coders"] == "Decided by ana (1), bob (1)"
    assert ["voice", "α undefined", "the same in 100%", "of 1 that two or more decided on"] in told["agreement"]
